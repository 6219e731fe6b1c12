# The console's words in English, the language every other one is translated from. Its readers are the company's own
# staff ("operators"), who look after people's accounts. Plain words, short sentences. Keep every variable.


### Around every page

# The browser's title bar. $title: the page's heading, $tenant: the company's name.
console-page-title = { $title } – { $tenant } console
# Beside the company's name, on top of every page.
console-name = Console
# Names the main menu for a screen reader.
console-menu = Console
# Menu: the first page.
console-start = Overview
# Menu: accounts that wait for a decision.
console-approvals = Approvals
# Menu: looking people up.
console-people = People
# Menu: how many people got how far.
console-funnel = Funnel
# Menu: how people make accounts, and how pages look.
console-onboarding = User onboarding
# At the foot. $operator: the address of whoever is signed in.
console-signed-in = Signed in as { $operator }
# Link that signs out.
console-sign-out = Sign out
# Lets people who use a keyboard jump over the menu.
console-skip = Skip to the content
# Names the language switch for a screen reader.
console-language = Language
# Heading over what was wrong with a form.
console-errors = This did not work
# Link to the next part of a list.
console-next-page = Next page
# Where a value is not known.
console-none = –
# Said where somebody else has changed the same in the meantime.
console-changed = Somebody else has changed this in the meantime. Look at it as it is now, and make your change again.
# Said where what was to be done is no longer possible.
console-gone = This is no longer possible: it has changed in the meantime.
# Said where a call came too soon after the last. $wait: a length of time.
console-wait = Please wait { $wait } before you do this again.

### Access

# Heading for people who are signed in and are no operators.
denied-title = The console is not open to you
# $operator: the address they are signed in with.
denied-body = You are signed in as { $operator }, who does not look after this company's accounts. Ask the company's administrator to add your address, or sign in with another one.
# Heading after a form that was larger than the console takes.
too-much-title = That was too much to save at once
# Below that heading. The number is fixed.
too-much-body = A form may hold up to 64 kilobytes, and this one was larger, so nothing was saved. Go back with your browser: what you typed is still there. Shorten it, and save again.
# Link below that text: leads to the forms with what is saved.
too-much-anew = Start anew from the page as it is saved

### Overview

# The first page. $tenant: the company's name.
start-body = Look after the people of { $tenant }.
# What the page of approvals is for.
start-approvals = Decide about accounts that wait.
# What the page of people is for.
start-people = Find a person; see where they are, send an invitation again or withdraw it.
# What the page of the funnel is for.
start-funnel = See how many people get from the first step to the last.
# What the pages of onboarding are for.
start-onboarding = Choose which accounts people can open, what they are asked, and how pages and mails look.

### Approvals

# Nobody waits.
approvals-empty = No account waits for a decision.
# $moment: since when an account waits.
approvals-since = Waits since { $moment }
# Label of the field for a reason.
approvals-reason = Reason (optional)
# Below that label.
approvals-reason-hint = The person reads it in the mail, so write it in their language.
# Button.
approvals-approve = Approve
# Button.
approvals-refuse = Refuse
# Said afterwards.
approvals-approved = The account is approved. The person is told by mail.
# Said afterwards.
approvals-refused = The account is refused. The person is told by mail.
# Said where somebody else was faster.
approvals-decided = Somebody else has decided about this account already.
# Said where the reason is too long.
approvals-too-long = A reason has at most 500 characters.

### Kinds of account and states

# A kind of account.
kind-name-personal = Private
# A kind of account.
kind-name-business = Business
# A kind of account.
kind-name-channel-partner = Partner
# A kind of account.
kind-name-data-recipient = Data recipient
# A person's state: known, and has not proven their address.
state-provisioned = Provisioned
# A person's state: has proven their address.
state-verified = Verified
# A person's state: waits for a decision.
state-awaiting-approval = Waits for approval
# A person's state: the company has refused the account.
state-refused = Refused
# A person's state: can sign in.
state-registered = Registered
# A person's state: their first data has arrived.
state-active = Active
# A person's state: the company has taken the account out of use.
state-suspended = Suspended

### People

# Label of the search field.
people-search = Address, name or id
# Below that label.
people-search-hint = A whole e-mail address, the beginning of a name, or an id such as usr_…
# Button.
people-search-button = Search
# Heading over the list where nobody searched.
people-newest = Newest people
# Heading over the list. $query: what was searched for.
people-found = Results for “{ $query }”
# The search found nobody.
people-nobody = Nobody was found.
# The search text cannot be searched for.
people-too-short = Type at least two letters of a name, a whole address, or an id.
# Column of a list.
people-name = Name
# Column of a list.
people-address = E-mail address
# Column of a list.
people-kind = Kind
# Column of a list.
people-state = State
# Column of a list: since when.
people-since = Since
# Stands for the name of a person who has told none.
people-unnamed = No name yet

### A person

# Link back to the search.
person-back = Back to people
# Heading.
person-details = Details
# A line of the details: what has to happen next.
person-next = Next step
# A next step: of the person.
next-verify-address = The person proves their address
# A next step: of the person.
next-set-credential = The person chooses a password
# A next step: of whoever decides about accounts.
next-decide = Somebody decides about the account
# A next step: of the company's systems.
next-send-first-data = The first data arrives
# A line of the details.
person-id = Id
# A line of the details.
person-external-id = Your id
# A line of the details.
person-phone = Phone
# A line of the details.
person-language = Language
# A line of the details: on whose word the address counts as proven.
person-verified-by = Verified by
# The address was proven by mail.
verified-by-mail = Mail
# The number was proven by text message.
verified-by-sms = Text message
# The company itself vouches for the address.
verified-by-tenant = Your company
# Beside "verified by".
verified-by-provider = Your identity provider
# A line of the details.
person-customer = Customer
# A line of the details: the organisation that a partner belongs to, as the company's own service says.
person-organisation = Organisation
# A line of the details: the person's part in the customer.
person-role = Role
# A part in the customer.
role-owner = Owner
# A part in the customer.
role-member = Member
# A line of the details.
person-places = Places
# Heading.
person-history = History
# A moment of the history.
history-invited = Invited
# A moment of the history: the company made the person known.
history-provisioned = Provisioned
# A moment of the history: by the form of an app.
history-self-registered = Registered themselves
# A moment of the history: by the form of a kind of account.
history-signed-up = Opened the account
# A moment of the history. $by: "mail", "sms" or "tenant", which has vouched for the address.
history-verified = { $by ->
    [sms] Number proven by text message
    [tenant] Address vouched for by your company
    [provider] Address vouched for by the identity provider
   *[mail] Address proven by mail
}
# A moment of the history: the account waits since.
history-approval-asked = Asked for approval
# A moment of the history. $by: a program's name, or as in the two messages below.
history-approved = Approved by { $by }
# A moment of the history. $by: likewise.
history-refused = Refused by { $by }
# Who decided: the company's own service.
history-by-endpoint = your service
# Who decided: somebody who uses these pages. $id: their id.
history-by-operator = operator { $id }
# A decision with the reason that the person was told. $what: as in "history-refused", $reason: the company's words.
history-reason = { $what }: “{ $reason }”
# A moment of the history: the person has looked through what was known of them.
history-details-confirmed = Details confirmed
# A moment of the history: the last time.
history-password-changed = Password changed
# A moment of the history. $agreement: its name, $version: its number.
history-accepted = Accepted { $agreement }, version { $version }
# A moment of the history: the same was taken back.
history-withdrew = Took back { $agreement }, version { $version }
# A moment of the history.
history-expires = Link works until
# A moment of the history.
history-opened = Link used
# A moment of the history.
history-revoked = Invitation withdrawn
# A moment of the history: a mail or text message. $channel: "email" or "sms", $status: how far it came.
history-delivery = { $channel ->
    [sms] Text message
   *[email] Mail
}: { $status ->
    [queued] waits to be sent
    [sent] sent
    [delivered] delivered
    [bounced] refused by the mail server
    [complained] called unwanted by the person
   *[failed] could not be sent
}
# A warning above the details. Mail bounced.
person-bounced = Their mail server refuses the address. No more mail is sent.
# A warning above the details. The person called a mail unwanted.
person-complained = They called a mail unwanted. No more mail is sent.
# Heading.
person-invitation = Invitation
# $status: how far it came, $app: to what.
invitation-status = { $status ->
    [queued] Waits to be sent
    [sent] Sent
    [delivered] Delivered
    [bounced] Refused by the mail server
    [verified] Address proven
    [completed] Completed
    [expired] Expired
   *[revoked] Withdrawn
} (to { $app })
# Button.
invitation-resend = Send again
# Button.
invitation-revoke = Withdraw
# Below that button.
invitation-revoke-hint = A withdrawn invitation is over for good.
# Said afterwards.
invitation-resent = The invitation is on its way again.
# Said afterwards.
invitation-revoked = The invitation is withdrawn.
# Said where no mail goes to the person any more.
invitation-stopped = No mail goes to this address any more.
# Heading.
person-consents = Consents
# The person has accepted nothing.
consents-none = Nothing was accepted yet.
# $agreement: its name, $version: its number.
consents-version = { $agreement }, version { $version }
# $moment: when it was accepted.
consents-accepted = Accepted on { $moment }
# $moment: when it was taken back.
consents-withdrawn = Withdrawn on { $moment }

### Funnel

# A day. $day: day of the month, $month: 1 to 12, $year: four digits.
console-date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
# Above the chart. $from and $to: days, as 2026-11-26.
funnel-body = How many people reached each step from { $from } to { $to }.
# Label of a choice.
funnel-period = Period
# A choice. $days: how many.
funnel-days = Last { $days } days
# Label of a choice.
funnel-kind = Kind of account
# The choice of all.
funnel-all = All
# Button.
funnel-show = Show
# Column of a table.
funnel-step = Step
# Column of a table.
funnel-people = People
# Column of a table: how many of the step before got this far.
funnel-of-before = Of the step before
# A share in the table. $percent: a number from 0 to 100.
funnel-share = { $percent }%
# A step.
step-provisioned = Provisioned
# A step.
step-sent = Mail sent
# A step.
step-delivered = Mail delivered
# A step.
step-verified = Address proven
# A step.
step-registered = Registered
# A step.
step-active = Active
# Heading of the second table.
funnel-by-day = By day
# Column of a table.
funnel-day = Day

### User onboarding

# Above the list of what can be set up.
onboarding-body = What is saved here holds within a minute. Every change is kept and can be taken back.
# Heading over the kinds of account.
onboarding-kinds = Kinds of account
# A kind of account that people can open.
onboarding-on = Can be opened
# A kind of account that people cannot open.
onboarding-off = Cannot be opened
# Menu: how pages and mails look.
onboarding-look = Look and contact
# What that page is for.
onboarding-look-what = Name, colour, logo, help and legal links of pages and mails.
# Menu: pages and mails as people see them.
onboarding-preview = Preview
# What that page is for.
onboarding-preview-what = Pages and mails as people see them, in each language.
# Menu: everything as one text.
onboarding-document = Whole configuration
# What that page is for.
onboarding-document-what = Everything as one document, with agreements, apps and texts of your own.
# Menu: earlier versions.
onboarding-versions = Versions
# What that page is for.
onboarding-versions-what = Who changed what and when, and how to take it back.
# Button.
onboarding-save = Save
# Said afterwards.
onboarding-saved = Saved. It holds within a minute.
# Said in place of that, where what is called a connection in the document leads to another identity provider than before.
onboarding-moved = Saved. A provider is another one now: people who were linked to the one before can choose a password by mail, if their address is proven, and then connect anew.
# Link back.
onboarding-back = Back to user onboarding
# Above what was wrong with a form.
onboarding-wrong = Please mend this; nothing was changed.

### A kind of account

# A tick box.
kind-enabled = People can open accounts of this kind
# Label of a choice.
kind-voucher = Voucher
# A choice: as it is where nothing is said.
kind-voucher-usual = As usual for this kind
# A choice.
kind-voucher-none = Not asked for
# A choice.
kind-voucher-optional = May be given
# A choice.
kind-voucher-required = Required
# A tick box.
kind-without-code = Partners may register without a code
# Heading over the fields about the household or company.
kind-customer-fields = Questions about the customer
# Heading over the fields about the person.
kind-user-fields = Questions about the person
# Below those headings.
kind-fields-hint = Leave the name of a row empty to take it out.
# Column: the name of a field, by which programs know it.
field-name = Name
# Column: what can be filled in.
field-type = Type
# Column: what people read.
field-label = Label
# Heading of the column with what people read. $language: the language, as its readers call it.
field-label-in = Label ({ $language })
# Column: what can be chosen, for the type "choice".
field-choices = Choices
# Column: whether it has to be filled in.
field-required = Required
# Column: whether people see it.
field-shown = Shown
# Names one row of the table for a screen reader. $number: counts from 1.
field-row = Row { $number }
# A type: as it is built in.
field-type-usual = Built in
# A type.
field-type-text = Text
# A type.
field-type-email = E-mail address
# A type.
field-type-phone = Phone number
# A type.
field-type-date = Date
# A type.
field-type-choice = Choice
# A type.
field-type-address = Address
# A link in the row of a question, to the page with everything about it.
field-more = More
# Heading on the page of one question.
question-about = The question
# Heading: what people read.
question-words = Words
# Heading: what an answer has to be.
question-rules = Rules
# Label of a text.
question-label = Labels, one language a line
# Below that label.
question-label-hint = For example: en = Company
# Below the label “Choices”.
question-choices-hint = For the type “Choice”, one a line, with the labels behind it: farm | en = Farm | de = Bauernhof
# Label of a number.
question-longest = Most characters
# Below that label.
question-longest-hint = Up to 500; left empty, it is 100.
# Label of a line.
question-pattern = Pattern that the whole value has to match
# Below that label.
question-pattern-hint = A regular expression, such as DE[0-9]{"{"}9{"}"}
# Label of a line. “Scope” is a word of the standard.
question-scope = Scope with which apps see the value
# Below that label.
question-scope-hint = Left empty, no ID token has it.
# Label of a choice: what passwords have to be.
kind-password = Passwords
# A choice: as the company asks for elsewhere.
kind-password-usual = As the company asks for elsewhere
# A choice.
kind-password-modern = At least 15 characters of any kind
# A choice.
kind-password-classic = 6 to 16 letters and digits
# A choice.
kind-password-pincode = A PIN of six digits
# A tick box.
kind-verify = People whom you make known check their details at their first sign-in
# A tick box.
kind-location = A place comes with the account
# Label of a text.
kind-location-name = Names of the place, one language a line
# Below that label.
kind-location-hint = For example: en = Head office. Left empty, it is “Home” or “Location” in the person's language.
# A tick box.
kind-approval = Somebody decides about each account before it counts
# Label of a text with one entry a line.
kind-approvers = Who is told by mail, one address a line
# Label of a text with one entry a line.
kind-approved = Addresses and domains that need no decision, one a line
# Label of a text with one entry a line.
kind-allowed = Only these addresses and domains may open an account, one a line
# Label of a text with one entry a line.
kind-denied = These addresses and domains may not, one a line
# Below those labels.
kind-addresses-hint = An address, or a domain with @ in front, such as @example.org

### Look and contact

# Label.
look-name = Name of the company
# Label.
look-language = Language where nobody asked for another
# Label.
look-colour = Colour, as #0b5fff
# Label.
look-logo = Address of the logo
# Label.
look-favicon = Address of the icon in the browser's tab
# Label.
look-support-url = Help page
# Label.
look-support-email = Help address
# Label.
look-postal = Postal address at the foot of mails
# Heading over the links at the foot of pages.
look-legal = Legal links
# Column: words of a link.
look-legal-label = Words
# Column: where it leads.
look-legal-url = Address

### The whole configuration

# Label of the text.
document-label = Configuration as JSON
# Below that label.
document-hint = Secrets are “kept”: they stay as they are.
# Said where the text cannot be read. $detail: what is wrong, in English.
document-malformed = This is no JSON: { $detail }

### Versions

# Column: the number of a version.
version-number = Version
# Column: when it was saved.
version-at = Saved
# Column: who saved it.
version-by = By
# Stands beside the version that holds.
version-current = Holds now
# Button. $number: of which version.
version-restore = Restore version { $number }

### Preview

# Above the list.
preview-body = Each opens as people see it. Buttons lead nowhere.
# Heading.
preview-pages = Pages
# Heading.
preview-mails = Mails
# A page. $kind: the kind of account.
preview-form = Form of an account: { $kind }

### Agreements

# Heading over the agreements.
onboarding-agreements = Agreements
# Link to the form of one more agreement; heading of that form.
onboarding-agreement-new = New agreement
# What that page is for.
onboarding-agreement-new-what = Terms, privacy notices and offers that people are asked to accept.
# Heading over the rest of what can be set up.
onboarding-more = Everything else
# Below the name of an agreement. $count: how many versions it has.
agreement-count = Versions: { $count }
# Label: what an agreement is known by.
agreement-name = Short name
# Below that label.
agreement-name-hint = 1 to 40 of a–z, 0–9 and hyphens. It stands in links and never changes.
# A tick box.
agreement-required = Nobody can finish without it
# Heading over the kinds of account that an agreement is for.
agreement-audience = Whom it is for
# Below that heading.
agreement-audience-hint = With none chosen, it is for everybody.
# Heading over the versions of an agreement.
agreement-versions = Versions so far
# A version of an agreement. $number: counts from 1, $moment: from when on it holds.
agreement-version = Version { $number }, from { $moment }
# Heading over the words of the next version.
agreement-next = New version
# Below that heading.
agreement-next-hint = The words of a version never change. Leave the words empty to add none.
# Label of a date.
agreement-from = From which day on (UTC); empty: at once
# A tick box.
agreement-again = People who accepted an older version have to accept this one
# Tick box that takes an agreement away when the form is saved.
agreement-remove = Take it away: nobody is asked for it any more
# Label. $language: the language of the title, by its own name.
agreement-title = Title ({ $language })
# Label. $language: the language of the words, by its own name.
agreement-text = Words, as Markdown ({ $language })

### Rules, apps and texts of one's own

# Menu: what holds for everybody.
onboarding-rules = Invitations and signing in
# What that page is for.
onboarding-rules-what = How long links work, who is reminded, what passwords have to be, and who uses this console.
# Menu: sentences of the company's own.
onboarding-texts = Texts of your own
# What that page is for.
onboarding-texts-what = Sentences of pages and mails in your own words.
# Heading over the programs.
onboarding-apps = Apps and servers
# Link to the form of one more program; heading of that form.
onboarding-app-new = New app or server
# What that page is for.
onboarding-app-new-what = Where people are sent back to, and the programs that call for you.
# Heading.
rules-inviting = Invitations
# Heading.
rules-signing-in = Signing in
# Label: the name that mails come from.
rules-sender = Name that mails come from
# A tick box.
rules-invite = Whoever you make known is mailed at once
# Label of a number.
rules-link-life = How long a mailed link works, in seconds
# Label of a number.
rules-cooldown = How long until a mail can be sent again, in seconds
# Label of numbers.
rules-reminders = When invited people are reminded, in hours after the invitation
# Below a label.
rules-numbers-hint = Numbers with commas between, such as 48, 120; empty: never
# Label of a number.
rules-purge = When invited people who have not registered are erased, in days after the invitation
# Below that label.
rules-purge-hint = Empty: never
# Label of a choice.
rules-proof = For a first password people show
# A choice.
rules-proof-shown = that the address is theirs, or a voucher
# A choice.
rules-proof-none = nothing: whoever knows the address can take the account
# Label of a number.
rules-ticket-life = How long people may take to choose a password, in seconds
# Label of a number.
rules-idle = How long an unused browser stays signed in, in seconds
# Label of a number.
rules-session = How long a browser stays signed in at most, in seconds
# Label of an address.
rules-app-link = Where people go when they are done
# Label of an address.
rules-link-base = What mailed links begin with, where the app catches them
# Label of an id of an organisation, as apps send it.
rules-organization = Organisation id that apps send
# Label of a text with one entry a line.
rules-operators = Who uses this console, one address a line
# Below that label.
rules-operators-hint = Each can change everything here. Take addresses that one person alone reads.
# Heading.
app-about = About it
# Heading.
app-rights = What it may do
# Heading.
app-people = Its people
# Label: what programs know it by.
app-id = Client id
# Below that label.
app-id-hint = 1 to 64 letters, digits, hyphens and underscores. It never changes.
# Label of a choice.
app-kind = Kind
# A choice.
app-kind-app = App that people use
# A choice.
app-kind-server = Server that calls by itself
# Label.
app-name = Name as people know it
# Label of a choice: a kind of account.
app-customers = Its people are of the kind
# Label of an id of an environment, as the app sends it.
app-environment = Environment id that it sends
# Heading over tick boxes: OAuth's ways to get tokens.
app-grants = How it gets tokens
# Label.
app-secret = SHA-256 of its secret, in base64
# Below that label.
app-secret-hint = “usher keygen --secret” makes both. The secret itself is never kept.
# Label of a text with one key a line.
app-keys = Keys that it signs with, one a line
# Below that label.
app-keys-hint = The id of the key, a space, and what “usher keygen” printed as public
# A tick box.
app-introspects = May ask what tokens of your other apps say
# A tick box.
app-configures = May change all that is set up here
# Below that tick box.
app-configures-hint = Whoever has its key decides who else may do what. Give it to one back office.
# A tick box.
app-delivers = May ask for links and codes to deliver them itself
# Below that tick box.
app-delivers-hint = It can then activate the account of everybody it invites.
# Label of a text with one entry a line.
app-redirects = Where people may be sent back to, one address a line
# Label of a text with one entry a line.
app-logouts = The same once they are signed out
# Heading over tick boxes.
app-channels = How people are invited
# A choice.
app-by-mail = By mail
# A choice.
app-by-sms = By text message
# A tick box.
app-registers = People may register themselves
# A tick box.
app-sign-up = People may open an account of one of your kinds
# Label of a text with one entry a line.
app-allowed = Only these addresses and domains may register, one a line
# Label of a text with one entry a line.
app-denied = These may not, one a line
# Heading over the questions that an app asks.
app-fields = Questions that it asks its people
# A tick box.
app-remove = Take it away: its tokens and keys end at once
# Heading: a service of the company that knows its partners' codes.
provider-heading = Your own service for partners' codes
# Heading: a service of the company that decides about accounts, and reminders of those who decide.
decider-heading = Reminders, and your own service that decides
# Label of numbers.
kind-reminders = When those who decide are reminded, in hours
# Label of an address.
service-url = Where it is asked
# Below that label.
service-url-hint = An address that begins with https://; empty: there is none
# Label of a choice.
service-by = How it knows that Usher asks
# A choice.
service-by-nothing = It does not
# A choice.
service-by-signature = By a signature
# A choice.
service-by-token = By a token
# A choice.
service-by-password = By name and password
# Label.
service-user = Name, with a password
# Label.
service-secret = Token or password
# Label: the part of the service's answer with the name.
provider-name = Member of its answer with the partner's name
# Label of a text with one entry a line.
provider-mapping = What else is taken over, one a line
# Below that label.
provider-mapping-hint = A member of the answer = a question about the customer, such as company = companyName
# Label: a name for the group that such partners belong to.
provider-target = Organisation of such partners
# Above the search.
texts-body = Any sentence of pages and mails can be said otherwise. Look for it by what it says now.
# Label of a choice.
texts-language = Language
# Label of a search.
texts-search = Words of a sentence
# Said where nothing was found and nothing is of one's own.
texts-nothing = No sentence has these words, and there is none of your own in this language.
# Below the sentences that were found.
texts-more = There are more: look for more words of it.
# Below the sentences.
texts-hint = Left empty, a sentence is Usher's. What stands in braces is filled in: take it over as it is.

### Identity providers

# Heading over the identity providers.
onboarding-connections = Single sign-on
# Link to the form of one more; heading of that form.
onboarding-connection-new = New identity provider
# What that page is for.
onboarding-connection-new-what = Your people sign in where they have an account already.
# Below the label of a short name.
connection-id-hint = 1 to 40 of a–z, 0–9 and hyphens. It never changes.
# A tick box.
connection-matches = It knows people by the id that your back office gives with them
# Below that tick box; the word with underscores stays as it is.
connection-matches-hint = external_authentication_provider_id; of several providers one at most
# Heading: how the provider's tokens are looked at.
connection-introspection = Asking about its tokens (RFC 7662)
# Below the label of an address.
connection-url-hint = An address that begins with https://
# Label: the id that the provider knows Usher by.
connection-client = Client id of Usher there
# Label.
connection-secret = Client secret of Usher there
# Label of a choice: two technical names.
connection-authentication = Where the secret goes
# Label: the place of a person's id in the provider's answer.
connection-subject = Where the person's id stands in the answer
# Below that label.
connection-subject-hint = A JSON Pointer such as /sub; empty: /external_authentication_provider_id
# Label.
connection-audience = Whom its tokens have to be meant for
# Below that label.
connection-audience-hint = Empty: nobody looks, and a token for another service lets people in here
# A tick box.
connection-remove = Take it away: nobody signs in with it any more
# Link: one more identity provider that people sign in with in their browser.
onboarding-provider-new = New identity provider with a button
# Below that link.
onboarding-provider-new-what = Your people sign in with a button, in their browser.
# Heading of a part of that form.
provider-oidc = How it is reached (OpenID Connect)
# Heading of a part of that form.
provider-people = Its people
# Label: who the provider is, an address.
provider-issuer = Issuer
# Below that label.
provider-issuer-hint = Exactly as its metadata name it: https://…
# Label: what Usher asks the provider for.
provider-scopes = Scopes
# Below that label.
provider-scopes-hint = One a line; openid among them
# Box: whether another address of the provider is asked, too.
provider-userinfo = Ask its UserInfo as well
# Label: where the back office's id stands in what the provider tells.
provider-provisioned = Where the id of your back office stands in what it tells
# Below that label.
provider-provisioned-hint = A JSON Pointer such as /sub
# Label: what is taken over from the provider.
provider-claims = Values that are taken over
# Below that label.
provider-claims-hint = One a line: firstName = /given_name
# Label: what the button on the sign-in page says.
provider-button = Words on the button
# Below that label.
provider-button-hint = One language a line: en = Continue with Acme
# Label: what becomes of people whom nobody knows here.
provider-newcomers = People whom nobody knows here
# A choice of that.
provider-newcomers-linked = They are told whom to ask
# A choice of that.
provider-newcomers-user = They get an account at once
# A choice of that.
provider-newcomers-customer = They fill in the form of a kind of account
# Label: the kind of account that they make.
provider-kind = That kind of account
# A choice of that: none.
provider-kind-none = None
# Beside an address of Usher's that has to be registered at the identity provider (OpenID Connect: redirect URI).
provider-callback = Address to come back to, for the provider to know
# Beside another such address (OpenID Connect Back-Channel Logout).
provider-logout = Address for back-channel logout
