# Usher's words in English, the language every other one is translated from.
#
# For translators: plain words, short sentences, "you"; never blame the reader. Do not use "token", "invalid" or
# "credentials". A variable that holds a duration stands in the nominative or accusative; if your language needs
# another case after "in" or "within", turn the sentence so that it does not. Keep every variable.


### Durations and dates

# A wait or a lifetime below one minute. $count: whole seconds.
duration-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
# A wait or a lifetime in minutes. $count: whole minutes.
duration-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
# A wait or a lifetime in hours. $count: whole hours.
duration-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
# A wait or a lifetime in days. $count: whole days, two or more.
duration-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
# Two durations joined, the larger first, as in "1 hour and 30 minutes".
duration-joined = { $larger } and { $smaller }
# A point in time. $day: day of the month, $month: 1 to 12, $year: four digits, $time: as in "02:00", 24-hour clock.
moment = { $day } { $month ->
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
} { $year }, { $time } UTC


### Around every page

# The browser's title bar. $title: the page's heading, $tenant: the company's name.
page-title = { $title } – { $tenant }
# The browser's title bar when a form came back with mistakes; spoken first by a screen reader.
page-title-error = Error: { $title }
# Heading of the list of mistakes on top of a form.
errors-title = Please check this
# Link at the bottom of a page to the company's support. $tenant: the company's name.
help-link = Get help from { $tenant }
# Names the group of links at the bottom (terms, privacy) for a screen reader.
footer-legal = Legal
# Names the language switch at the bottom for a screen reader.
footer-language = Language
# Icon of a success notice, spoken by a screen reader.
notice-success = Success
# Icon of an information notice, spoken by a screen reader.
notice-information = Information
# Icon of a warning notice, spoken by a screen reader.
notice-warning = Warning
# Icon of an error notice, spoken by a screen reader.
notice-error = Error


### Confirm an e-mail address

# Heading of the page that the mailed link opens.
confirm-title = Confirm your e-mail address
# Under the heading. $address: masked, as in "m•••@example.com", $tenant: the company's name.
confirm-body = We'll confirm { $address } for { $tenant }.
# Button that confirms the address.
confirm-button = Confirm e-mail address
# For a person who opened the mail by mistake.
confirm-not-you = You did not ask for this? Close this page; nothing happens.


### Links that do not work, and new ones

# Heading: the mailed link is too old.
link-expired-title = This link has expired
# $duration: how long links work, as in "24 hours"; $address: masked.
link-expired-body = Links work for { $duration }. We can send a new one to { $address }.
# Heading: the mailed link was pressed before.
link-used-title = This link was already used
# Under the heading, when the person can sign in. $tenant: the company's name.
link-used-body = If that was you, you can sign in. If not, ask { $tenant } for help.
# Under the heading, when the address is confirmed but no password was set yet. $address: masked.
link-used-unfinished = You have not set a password yet. We can send a new link to { $address }.
# Heading: the link is not one of ours, or was cut off.
link-unknown-title = We don't recognise this link
# Under the heading; a form for the code follows.
link-unknown-body = It may be incomplete. Open it again from the mail, or type the code from the mail.
# Button that mails a new link.
send-link-button = Send me a new link
# Button or link to the company's app or site.
sign-in-button = Sign in
# Heading after "Send me a new link"; the same whether the address is known or not.
link-sent-title = Check your mail
# $address: masked. Must not tell whether the address is known.
link-sent-body = We have sent a new mail to { $address } if it is still waiting to be confirmed.
# The same, when no address can be shown. Must not tell whether the address is known.
link-sent-body-unnamed = We have sent you a new mail if your address is still waiting to be confirmed.
# What to do if the mail does not come.
link-sent-wait = It can take a few minutes. If you see nothing, look in your spam folder.
# Heading of the form for the mailed code.
code-title = Type the code from the mail
# Label of the e-mail field.
email-label = E-mail address
# Label of the code field.
code-label = Code
# Hint under the label of the code field.
code-hint = The six digits in the mail, for example 123 456.


### Set a password

# Heading right after the address was confirmed.
confirmed-title = Your e-mail address is confirmed
# Heading when the address was confirmed earlier, and when the form comes back with mistakes.
password-title = Choose a password
# Under the heading. $tenant: the company's name.
password-body = Now choose a password for { $tenant }.
# Under the heading, where the rule is a 6-digit PIN. $tenant: the company's name.
password-body-pincode = Now choose a 6-digit PIN for { $tenant }.
# Heading where the rule is a 6-digit PIN.
pincode-title = Choose a PIN
# Shows whose password it is. $address: masked or in full.
password-for = Account: { $address }
# Label of the password field.
password-label = Password
# Label of the password field where the rule is a 6-digit PIN.
pincode-label = PIN
# Button inside the password field: what was typed becomes readable.
password-show = Show
# Button inside the password field: what was typed is hidden again.
password-hide = Hide
# The same button, spoken by a screen reader.
password-show-long = Show password
# The same button, spoken by a screen reader.
password-hide-long = Hide password
# The rule for a PIN, in one sentence.
rule-pincode = Choose 6 digits that are hard to guess.
# One part of the rule for a PIN.
rule-pincode-digits = Only digits
# One part of the rule for a PIN.
rule-pincode-length = Exactly 6 of them
# The classic password rule, in one sentence.
rule-classic = Use 6 to 16 letters, digits and signs.
# One part of the classic rule.
rule-classic-length = 6 to 16 characters
# One part of the classic rule. $signs: the signs, separated by spaces.
rule-classic-characters = Only A–Z, a–z, 0–9 and { $signs }
# The modern password rule, in one sentence. $count: fewest characters.
rule-modern = Use at least { $count } characters; a few words in a row are fine.
# One part of the modern rule. $count: fewest characters.
rule-modern-length = At least { $count } characters
# A part of the modern rule that is checked after sending.
rule-modern-common = Not a password that many people use
# Spoken after a part of the rule that is met.
rule-met = met
# Spoken while typing. $met: how many parts of the rule are met, $total: how many there are.
rule-progress = { $met } of { $total } met
# Label of the field for a code given by letter or in the contract.
voucher-label = Voucher code
# The same, where it may be left empty.
voucher-label-optional = Voucher code (optional)
# Hint under the label of the voucher field. $tenant: the company's name.
voucher-hint = The code that { $tenant } gave you, for example in a letter.
# Button that sets the password.
password-button = Set password
# Button that sets the PIN.
pincode-button = Set PIN

### Activate an account

# Heading of the page that an invitation's link opens, and of the mail.
activate-title = Activate your account
# Under the heading, before anything is filled in. $address: masked, $tenant: the company's name.
activate-body = { $tenant } has invited you. First we'll confirm { $address }.
# The same for a person who has registered themselves. $address: masked, $tenant: the company's name.
activate-own-body = Activate your account with { $tenant } for { $address }.
# Button of the mail, and the one that sends the form.
activate-button = Activate account
# Under the heading of the form. $tenant: the company's name.
activate-form-body = Fill in what is missing and choose a password for { $tenant }.
# Under the heading of the form, where the mail was opened elsewhere than the registration. $tenant: the company's name.
activate-again-body = You registered with another browser or device, so please choose your password for { $tenant } again.
# Label of a field that may be left empty. $label: the field's name.
field-optional = { $label } (optional)
# The first entry of a list to choose from.
choice-none = Please choose
# Built-in field.
field-firstName = First name
# Built-in field.
field-lastName = Last name
# Built-in field.
field-companyName = Company
# Built-in field.
field-mobileNumber = Mobile number
# Built-in field: the number for a second step at sign-in.
field-twoStepMobile = Mobile number for signing in
# Built-in field, and the first line of an address.
field-address = Street and number
# Built-in field.
field-locality = Town or city
# Built-in field.
field-region = Region
# Built-in field.
field-postalCode = Postal code
# A field that has to be filled in is empty. $label: its name.
error-value-missing = Fill in: { $label }
# $label: the field's name, $count: most characters.
error-value-long = Use at most { $count } characters for: { $label }
# $label: the field's name.
error-value-phone = Enter a phone number with its country code, for example +44 20 7946 0000.
# $label: the field's name.
error-value-email = Enter an e-mail address, for example name@example.com.
# $label: the field's name.
error-value-date = Enter a date that exists.
# $label: the field's name.
error-value-other = Check what you entered for: { $label }


### Mistakes in a form

# The password field was left empty.
error-password-missing = Enter a password.
# The PIN field was left empty.
error-pincode-missing = Enter a PIN.
# The PIN breaks its rule.
error-pincode-rule = Enter a PIN of exactly 6 digits.
# The PIN is 123456, 111111 or the like.
error-pincode-common = Choose a PIN that is harder to guess. This one is among the first that people try.
# The password breaks the classic rule. $signs: the signs, separated by spaces.
error-classic-rule = Enter a password of 6 to 16 characters, using only A–Z, a–z, 0–9 and { $signs }
# The password is shorter than the modern rule allows. $count: fewest characters.
error-modern-rule = Enter a password of at least { $count } characters.
# The password is on a list of common ones, or contains the address or name.
error-password-common = Choose a password that is harder to guess. This one is among the first that people try.
# The voucher field was left empty though it is needed.
error-voucher-missing = Enter your voucher code.
# The voucher is not this person's.
error-voucher-wrong = This voucher code does not match. Check it against the letter or mail you have.
# The e-mail field is empty or not an address.
error-email = Enter your e-mail address, for example name@example.com.
# The e-mail field holds something that is no address.
error-email-malformed = The e-mail address is not written correctly. Write it like this: name@example.com
# No account can be opened with this address. Must not tell why.
error-email-refused = You cannot open an account with this e-mail address. Use another one.
# The code field is empty or not six digits.
error-code-missing = Enter the six digits from the mail.
# The code is not the right one, or too old. Must not tell which, nor whether the address is known.
error-code-wrong = This code does not work. Check it, or use the newest mail we sent you.


### Agreements

# Above the boxes in a form that accept agreements.
agreements-title = What you agree to
# Beside a box that has to be ticked. $title: what the agreement is called, "Terms of service" say.
agreement-accept = I accept: { $title }
# Beside a box that may stay empty. $title: what is offered, "News by mail" say.
agreement-accept-optional = I agree: { $title } (optional)
# Link to the words of an agreement. $title: as above.
agreement-read = Read: { $title }
# Said by a screen reader after such a link.
opens-in-new-tab = (opens in a new tab)
# Above the words of an agreement. $version: a number, $moment: date and time.
legal-version = Version { $version }, in force from { $moment }
# A box was not ticked that has to be. $title: as above.
error-agreement-missing = To go on, accept: { $title }
# The words have changed since the form was opened. $title: as above.
error-agreement-changed = There is a new version. Read it and accept it: { $title }


### Finished

# Heading when everything is done.
done-title = You're all set
# Under the heading. $tenant: the company's name.
done-body = You can now sign in to { $tenant }.
# Under the heading, when the address is confirmed and the rest happens in the company's app. $tenant: its name.
done-confirmed-body = You can close this page and go on in { $tenant }'s app.
# Button to the company's app or site. $tenant: the company's name.
done-button = Go to { $tenant }


### Problems

# Heading: the person asked too often.
too-often-title = Please wait a moment
# Under the heading. $duration: as in "5 minutes".
too-often-body = You can ask for another mail in { $duration }.
# The same where it was not a mail that was asked for. $duration: as in "5 minutes".
too-often-try-body = You can try again in { $duration }.
# Heading: no such page.
not-found-title = We can't find this page
# Under the heading.
not-found-body = If you typed the address, check it. If you copied it, check that you have all of it.
# Heading: the form was open for too long.
page-expired-title = This page has expired
# Under the heading.
page-expired-body = It was open for a while, so we closed it to keep you safe. Open the link in your mail again.
# Heading: nothing left to do.
already-registered-title = You already have an account
# Under the heading. $tenant: the company's name.
already-registered-body = Your account with { $tenant } is ready. You can sign in.
# Heading: our fault.
our-side-title = Something went wrong on our side
# Under the heading.
our-side-body = It is not your doing. Please try again in a few minutes.
# Button that opens the page again.
try-again-button = Try again
# A request that a browser should not have sent.
not-understood-title = That did not work
# What to do.
not-understood-body = We could not make sense of what was sent. Go back, check what you filled in, and try again.
# Under everything else. $id: letters and digits that support can look up.
request-id = If you ask for help, give this reference: { $id }


### Sign in

# Heading.
sign-in-title = Sign in
# Under the heading. $tenant: the company's name.
sign-in-body = Sign in to { $tenant }.
# Notice right after the account was activated.
sign-in-activated = Your account is active. You can sign in now.
# Notice right after a new password was set.
sign-in-changed = Your password is changed. Sign in with the new one.
# The same where it is a 6-digit PIN.
sign-in-changed-pincode = Your PIN is changed. Sign in with the new one.
# Notice when the last sign-in is too long ago for what comes next.
sign-in-again = Please sign in again to go on.
# Link to the page that mails a link to choose a new password.
forgot-password = Forgot your password?
# The same where it is a 6-digit PIN.
forgot-pincode = Forgot your PIN?
# Link to the page where people make an account.
register-link = Create an account
# Link from other pages to the one where people sign in.
sign-in-back = Back to sign-in
# The password field was left empty.
error-sign-in-password = Enter your password.
# The PIN field was left empty.
error-sign-in-pincode = Enter your PIN.
# No account has this address and this password. Must not tell which of the two is wrong.
error-sign-in-match = The address or the password is not right. Check both, or choose a new password.
# The same where it is a 6-digit PIN.
error-sign-in-match-pincode = The address or the PIN is not right. Check both, or choose a new PIN.


### Create an account

# Heading.
register-title = Create your account
# Under the heading. $tenant: the company's name.
register-body = Fill in the form to open an account with { $tenant }.
# Button that sends the form.
register-button = Create account
# Link to the page where people sign in.
have-account-link = I already have an account
# Label of a second password field, where what is typed cannot be shown.
password-again-label = Password again
# The same where it is a 6-digit PIN.
pincode-again-label = PIN again
# The same in the form of an app (/register). The first sentence is fixed.
error-email-format = Email address is not formatted correctly. Write it like this: name@example.com
# This address may not register there. The first sentence is fixed. Must not tell why.
error-email-not-allowed = You are not able to register with this email address. Use another one.
# The two password fields hold different things. The first sentence is fixed.
error-passwords-differ = Passwords do not match. Type the same password in both fields.
# The same where it is a 6-digit PIN.
error-pincodes-differ = PINs do not match. Type the same PIN in both fields.


### Choose a new password

# Under the heading "Choose a new password"; a field for the address follows.
recover-body = Tell us your e-mail address. We'll mail you a link to choose a new password.
# The same where it is a 6-digit PIN.
recover-body-pincode = Tell us your e-mail address. We'll mail you a link to choose a new PIN.
# Button that mails the link.
recover-button = Send me a link
# Heading of the page that asks for the address, of the mail, and of the page that its link opens.
new-password-title = Choose a new password
# The same where it is a 6-digit PIN.
new-pincode-title = Choose a new PIN
# Under the heading, above the field. $tenant: the company's name.
new-password-body = It replaces the password that you have with { $tenant } now.
# The same where it is a 6-digit PIN. $tenant: the company's name.
new-pincode-body = It replaces the PIN that you have with { $tenant } now.
# Button that sets the new password.
new-password-button = Set new password
# Button that sets the new PIN.
new-pincode-button = Set new PIN
# Below the button.
new-password-elsewhere = We then sign you out on all your other devices.
# Under the heading "This link has expired". The button "Send me a new link" follows.
recovery-expired-body = Such a link works for a short time only. We can send you a new one.
# Under the heading "This link was already used".
recovery-used-body = If that was you, you can sign in. If not, choose again with a new link.
# Under the heading "We don't recognise this link".
recovery-unknown-body = It may be incomplete. Open it again from the mail, or ask for a new one.


### Check your mail

# $address: in full, as it was typed. Must not tell whether the address is known.
check-mail-register = We have sent a mail to { $address }. Open it to activate your account.
# $address: in full, as it was typed, $tenant: the company's name. Must not tell whether the address is known.
check-mail-recover = If { $address } has an account with { $tenant }, we have sent a mail with a link to choose a new password.
# The same where it is a 6-digit PIN.
check-mail-recover-pincode = If { $address } has an account with { $tenant }, we have sent a mail with a link to choose a new PIN.
# A new address is to be confirmed. $address: in full, as it was typed.
check-mail-change = We have sent a mail to { $address }. Your address changes once you confirm it there.
# Follows each of these sentences. $duration: as in "24 hours".
check-mail-works = The link works for { $duration }.
# For a person who sees a slip in the address.
check-mail-wrong = Wrong address? Go back and correct it.


### Go on to an app

# Heading, between signing in and the app. $app: the app's name.
continue-title = Go on to { $app }
# Under the heading. $address: in full.
continue-account = You are signed in as { $address }.
# Link to the page where people sign in, for a person who has another account.
continue-other = Use another account
# Above a list of the data an app gets. $app: the app's name.
continue-gets = What { $app } gets
# One entry of that list.
scope-identity = The number of your account, to recognise you
# One entry of that list.
scope-profile = Your name and the rest of your profile
# One entry of that list.
scope-email = Your e-mail address
# One entry of that list.
scope-phone = Your phone number
# One entry of that list: the app need not ask for a new sign-in each time.
scope-stay = Permission to keep you signed in
# Above the boxes, when there is something new to accept.
continue-changed = We have changed what you agree to. Read it, and accept it to go on.
# Button that leads to the app.
continue-button = Continue
# Button that leads back to the app with nothing given to it.
cancel-button = Cancel
# Above the buttons: what the one that leads back means. $app: the app's name.
continue-cancel = If you cancel, you go back to { $app } without being signed in there. Your account stays as it is.
# Heading of the page where a person confirms or corrects what the company wrote of them.
details-title = Check your details
# Under that heading. $tenant: the company's name.
details-body = { $tenant } opened this account for you. Correct what is wrong, fill in what is missing, and confirm.
# Button that confirms what stands in the form.
details-button = Confirm
# Heading of a page that goes on to the app by itself.
form-post-title = One moment…
# Under that heading; the button "Continue" follows.
form-post-body = You are taken back to the app. If nothing happens, press the button.


### Sign out

# Heading.
sign-out-title = Sign out?
# Under the heading. $tenant: the company's name, $address: in full.
sign-out-body = You are signed in to { $tenant } as { $address }.
# The same, when no address can be shown. $tenant: the company's name.
sign-out-body-unnamed = You are signed in to { $tenant }.
# Button that signs the person out.
sign-out-button = Sign out
# Heading, afterwards.
signed-out-title = You are signed out
# Under that heading.
signed-out-body = You can close this page.
# Button to the company's app or site. $tenant: the company's name.
signed-out-button = Back to { $tenant }


### Problems on the way to an app

# Heading: the app is unknown, or asked for something it may not.
app-mistake-title = This link does not work
# Under the heading.
app-mistake-body = The app that sent you here made a mistake. Go back to it and try again. If it happens again, tell the people who make the app.
# Under the heading "This page has expired", when signing in took too long.
sign-in-expired-body = It was open for a while, so we closed it to keep you safe. Go back to the app and start again.
# Heading: an app that we do not know asks for something.
sorry-title = Sorry
# Under that heading. Both sentences are fixed.
unknown-client-body = We are unable to process your request right now. Please try again later.
# Button to the app that the person came from.
back-to-app-button = Back to the app


### Mail: confirm an e-mail address

# Subject. $tenant: the company's name.
mail-confirm-subject = { $tenant }: confirm your e-mail address
# Shown after the subject in a list of mails; completes it. $code: as in "123 456", $moment: date and time.
mail-confirm-preheader = One press, or type the code { $code }. Both work until { $moment }.
# Greeting. $name: first name.
mail-hello = Hello { $name },
# Greeting, when there is no name to use.
mail-hello-unnamed = Hello,
# Who writes and why. $tenant: the company's name.
mail-confirm-why = { $tenant } is opening an account for you and would like to know that this e-mail address is yours.
# Above the code, below the button.
mail-confirm-code = Or type this code where you are asked for it:
# $moment: date and time, as in "23 November 2026, 02:00 UTC".
mail-confirm-until = The button and the code work until { $moment }.
# The same in the plain text part, where there is no button.
mail-confirm-until-text = The link and the code work until { $moment }.
# For a person who did not ask.
mail-not-you = You did not ask for this? You can ignore it; nothing happens.
# Above the link written out.
mail-link-as-text = If the button does not work, copy this link into your browser:
# Above the link in the plain text part, where there is no button.
mail-confirm-link-text = To confirm your e-mail address, open this link and press the button:
# In the footer. $tenant: the company's name, $contact: a web or mail address.
mail-help = Help from { $tenant }: { $contact }
# Subject of an invitation. $tenant: the company's name.
mail-invite-subject = { $tenant }: activate your account
# Who writes and why. $tenant: the company's name.
mail-invite-why = { $tenant } has opened an account for you. Activate it to choose your password.
# The same for a person who has registered themselves. $tenant: the company's name.
mail-register-why = You have created an account with { $tenant }. Activate it to go on.
# Above the link in the plain text part of an invitation.
mail-invite-link-text = To activate your account, open this link and press the button:

### Text messages: invitations to a phone number

# Heading of the page that a texted link opens.
confirm-number-title = Confirm your phone number
# Under the heading. $tenant: the company's name, $number: masked, as in "+44•••23".
confirm-number-body = { $tenant } has invited you. First we'll confirm { $number }.
# The button on that page.
confirm-number-button = Confirm phone number
# Heading right after the number was confirmed.
number-confirmed-title = Your phone number is confirmed
# Heading after "Send me a new link", where links are texted.
link-texted-title = Check your messages
# $number: masked. Must not tell whether the number is known.
link-texted-body = We have sent a new message to { $number } if it is still waiting to be confirmed.
# What to do if the message does not come.
link-texted-wait = It can take a few minutes.
# The text message, first line; the link follows. Every character costs: as short as it can be, without emphasis,
# with plain letters of your language only. $tenant: the company's name.
sms-invite = { $tenant } has opened an account for you. To activate it:
# The text message: the code follows on a line of its own.
sms-code = Or use this code:
# The text message, last line. $moment: date and time, as in "23 November 2026, 02:00 UTC".
sms-until = Both work until { $moment }.


### Invitations that were withdrawn

# Heading: the company has taken the invitation back.
link-withdrawn-title = This invitation was withdrawn
# Under the heading. Must not tell why, nor whom it was for. $tenant: the company's name.
link-withdrawn-body = It no longer works. If you think that is a mistake, ask { $tenant } for help.


### Reminders

# Subject of a reminder. $tenant: the company's name.
mail-remind-subject = { $tenant }: your account is still waiting for you
# Who writes and why, in a reminder. $tenant: the company's name.
mail-remind-why = A reminder from { $tenant }: we have opened an account for you, and you have not activated it yet.


### Mail: about an account that there is

# Subject: somebody tried to register with an address that has an account. $tenant: the company's name.
mail-exists-subject = { $tenant }: you already have an account
# Shown after the subject in a list of mails; completes it.
mail-exists-preheader = Somebody tried to register with this address. Nothing has changed.
# Who writes and why. $tenant: the company's name.
mail-exists-why = Somebody, probably you, tried to register with { $tenant } using this e-mail address. There is an account with it already, and nothing about it has changed.
# Above the link in the plain text part, where there is no button.
mail-exists-link-text = To sign in, open this link:
# Below the button that leads to the page for signing in.
mail-exists-forgotten = You have forgotten your password? You can choose a new one on the page where you sign in.
# For a person who did not try to register.
mail-exists-not-you = That was not you? Then you can ignore this mail.
# Shown after the subject in a list of mails.
mail-elsewhere-preheader = You sign in without a password.
# Who writes and why. $tenant: the company's name, $provider: who people sign in with.
mail-elsewhere-why = Somebody, probably you, wanted to register with { $tenant } using this e-mail address, or to choose a new password for it. There is an account already. It has no password: you sign in with { $provider }.
# Subject: a new password was asked for. $tenant: the company's name.
mail-recover-subject = { $tenant }: choose a new password
# Shown after the subject in a list of mails; completes it. "mail-link-until-text" follows it.
mail-recover-preheader = Open this mail to choose it.
# Who writes and why. $tenant: the company's name.
mail-recover-why = We were asked for a new password for your account with { $tenant }.
# Button to the page where a new password is chosen.
mail-recover-button = Choose a new password
# Above the link in the plain text part, where there is no button.
mail-recover-link-text = To choose a new password, open this link:
# Below the button. $moment: date and time, as in "23 November 2026, 02:00 UTC".
mail-link-until = The button works until { $moment }.
# The same in the plain text part, where there is no button.
mail-link-until-text = The link works until { $moment }.
# For a person who did not ask.
mail-recover-not-you = You did not ask for this? You can ignore it; your password stays as it is.
# Subject: the password was changed. $tenant: the company's name.
mail-changed-subject = { $tenant }: your password was changed
# Shown after the subject in a list of mails; completes it.
mail-changed-preheader = If that was not you, choose a new password at once.
# Heading.
mail-changed-title = Your password was changed
# Who writes and why. $tenant: the company's name.
mail-changed-why = The password of your account with { $tenant } was changed just now. Your other devices were signed out.
# What to do; a button "Choose a new password" follows. $tenant: the company's name.
mail-changed-not-you = If that was you, there is nothing to do. If that was not you, choose a new password at once and ask { $tenant } for help.
# Subject of a mail to a new address, which is to take the place of the old one. $tenant: the company's name.
mail-new-email-subject = { $tenant }: confirm your new e-mail address
# Shown after the subject in a list of mails; completes it. "mail-link-until-text" follows it.
mail-new-email-preheader = Until then the old address stays.
# Who writes and why. $tenant: the company's name.
mail-new-email-why = This is to be the new e-mail address of your account with { $tenant }. Until you confirm it, the old address stays.
# Mail: the person signs in with an identity provider from now on. Subject. $tenant: the company.
mail-moved-subject = { $tenant }: you sign in another way now
# The same mail: its heading.
mail-moved-title = You sign in another way now
# The same mail. $tenant: the company. $provider: whom they sign in with now.
mail-moved-why = You sign in to { $tenant } with { $provider } from now on. Your password for { $tenant } has ended, and your devices were signed out.
# The same mail, where the provider is not known any more. $tenant: the company.
mail-moved-why-unnamed = You sign in to { $tenant } with your account at another provider from now on. Your password for { $tenant } has ended, and your devices were signed out.
# Subject of a mail to the old address. $tenant: the company's name.
mail-email-changed-subject = { $tenant }: your e-mail address was changed
# Shown after the subject in a list of mails; completes it.
mail-email-changed-preheader = If that was not you, ask for help at once.
# Heading.
mail-email-changed-title = Your e-mail address was changed
# Who writes and why. $tenant: the company's name, $address: the new address, masked, as in "m•••@example.com".
mail-email-changed-why = Your account with { $tenant } now has the e-mail address { $address }. You sign in with it from now on.
# The same, when the new address cannot be shown. $tenant: the company's name.
mail-email-changed-why-unnamed = Your account with { $tenant } now has another e-mail address. You sign in with it from now on.
# For a person who did not do it. How to reach the company stands at the end of the mail. $tenant: the company's name.
mail-ask-for-help = That was not you? Ask { $tenant } for help at once.
# Subject: the account was deleted. $tenant: the company's name.
mail-deleted-subject = { $tenant }: your account was deleted
# Shown after the subject in a list of mails; completes it.
mail-deleted-preheader = Everything that was kept of it is deleted, too.
# Heading.
mail-deleted-title = Your account was deleted
# Who writes and why. $tenant: the company's name.
mail-deleted-why = Your account with { $tenant } was deleted, and everything that was kept of it. You can no longer sign in with it.


### Your account

# Heading of the page of an account.
account-title = Your account
# Under the heading. $name: first and last name, $address: the e-mail address.
account-who = You are signed in as { $name }, { $address }.
# The same, when there is no name. $address: the e-mail address.
account-who-unnamed = You are signed in as { $address }.
# Link, and heading of the page behind it.
account-password = Change your password
# Under the link: what it does.
account-password-what = Choose a new one. Your other devices are then signed out.
# Link, and heading of the page behind it.
account-email = Change your e-mail address
# Under the link: what it does.
account-email-what = The one you sign in with.
# Link, and heading of the page behind it.
account-sessions = Where you are signed in
# Under the link: what it does.
account-sessions-what = See your devices, and sign them out.
# Link, and heading of the page behind it: terms, consents.
account-consents = What you have agreed to
# Under the link: what it does.
account-consents-what = Read it again, or withdraw it.
# Link to a file.
account-export = Download your data
# Under the link: what it does.
account-export-what = Everything we keep of your account, in one file.
# Link, and heading of the page behind it.
account-delete = Delete your account
# Under the link: what it does.
account-delete-what = For good, with everything we keep of it.
# Link that signs this browser out.
account-sign-out = Sign out
# Under the link: what it does.
account-sign-out-what = On this device.
# On top of the page of the account, right after the password was changed.
account-password-changed = Your password is changed, and your other devices are signed out.
# On top of the page of the account, right after the new address was confirmed.
account-email-changed = Your e-mail address is changed. You sign in with the new one from now on.
# On top of the page of the account, right after another device, or all others, were signed out.
account-session-ended = Signed out there. You are still signed in here.
# On top of the page of the account, right after a consent was withdrawn.
account-consent-withdrawn = Withdrawn. You no longer agree to it.
# Link back to the page of the account.
account-back = Back to your account
# Button to the page of the account.
account-button = Go to your account


### Your account: another password

# Heading instead of "Change your password", where the rule is a 6-digit PIN.
account-pincode = Change your PIN
# Under the heading.
change-password-body = You stay signed in here. Your other devices will be signed out.
# Label of the field for the password that is in use.
current-password-label = Current password
# The same, where the rule is a 6-digit PIN.
current-pincode-label = Current PIN
# Button inside that field, spoken by a screen reader: what was typed becomes readable.
current-password-show-long = Show current password
# The same button: what was typed is hidden again.
current-password-hide-long = Hide current password
# Label of the field for the password that is to take its place.
new-password-label = New password
# The same, where the rule is a 6-digit PIN.
new-pincode-label = New PIN
# Button that changes the password.
change-password-button = Change password
# Button that changes the PIN.
change-pincode-button = Change PIN
# The field for the password that is in use was left empty.
error-current-missing = Enter your current password.
# The field for the PIN that is in use was left empty.
error-current-pincode-missing = Enter your current PIN.
# What was typed is not the password that is in use.
error-current-wrong = This is not your current password. Check it and enter it again.
# What was typed is not the PIN that is in use.
error-current-pincode-wrong = This is not your current PIN. Check it and enter it again.


### Your account: a new e-mail address

# Under the heading of the page where a new e-mail address is given.
change-email-body = We'll send a mail to the new address. Until you confirm it there, the old one stays.
# Above the fields. $address: the e-mail address of the account.
change-email-now = E-mail address now: { $address }
# Label of the field for the new address.
new-email-label = New e-mail address
# Button that sends a mail to the new address.
change-email-button = Change e-mail address
# Heading of the mail to the new address, and of the page that its link opens.
new-email-title = Confirm your new e-mail address
# Under the heading of the page that the mail to the new address opens. $address: masked, as in "m•••@example.com", $tenant: the company's name.
new-email-body = We'll use { $address } for your account with { $tenant } from now on.
# Under the heading "This link has expired"; a button to the account follows.
email-link-expired-body = Your old address stays for now. Sign in to your account and ask for a new link.
# Under the heading "This link was already used"; a button to the account follows. $tenant: the company's name.
email-link-used-body = If that was you, there is nothing left to do. If not, ask { $tenant } for help.
# Under the heading "We don't recognise this link"; a button to the account follows.
email-link-unknown-body = It may be incomplete, or there is a newer one. Open it again from the newest mail, or sign in to your account and ask for a new one.


### Your account: devices

# Above the list of devices on which a person is signed in.
sessions-body = You don't recognise one of these? Sign it out, and change your password.
# The same, when there is no other device.
sessions-alone = You are signed in on this device and no other.
# A device of which we know nothing.
session-unknown = Unknown device
# In the list. $moment: date and time.
session-started = Signed in: { $moment }
# In the list. $moment: date and time.
session-seen = Last used: { $moment }
# In the list. $place: the beginning of a network address, as in "203.0.113.0/24".
session-place = Network: { $place }
# In the list: the device that the page is read on.
session-this-one = This is the device you are using now.
# Button that signs one other device out.
session-end-button = Sign out
# Button that signs out every device but this one.
session-end-all-button = Sign out everywhere else


### Your account: agreements

# Above the list of agreements that a person has accepted.
consents-body = You can read each of these again, and withdraw what your account can do without.
# Instead of the list, when it is empty.
consents-none = There is nothing that you have agreed to.
# In the list. $version: a number, $moment: date and time.
consent-accepted = Version { $version }, accepted on { $moment }
# Button that withdraws the consent.
consent-withdraw-button = Withdraw
# Instead of the button, where the account cannot do without it.
consent-needed = Needed for your account. Delete the account to end it.


### Your account: its end

# What deleting means. $tenant: the company's name.
delete-body = We'll delete your account with { $tenant } and everything we keep of it. This is final: nobody can bring it back.
# Button that deletes the account.
delete-button = Delete account
# Before the address is changed or the account deleted, for people who sign in with another company.
account-sign-in-again = You have no password here. So that nobody else does this, sign in once more; you then come back to this page.
# Heading when it is done.
deleted-title = Your account is deleted
# Under the heading. $tenant: the company's name.
deleted-body = Everything that { $tenant } kept of it is deleted, too. You can close this page.


### An account of one of the tenant's kinds, address first

# Under the heading "Create your account". $tenant: the company's name.
signup-body = Start with your e-mail address. We'll send you a link to the rest of the form for your account with { $tenant }.
# Above the kinds of account that can be chosen.
kind-legend = What is the account for?
# A kind of account.
kind-personal = Private
# Whom it is for.
kind-personal-hint = For you and your household.
# A kind of account.
kind-business = Business
# Whom it is for.
kind-business-hint = For a company or another organisation.
# No kind was chosen.
error-kind = Choose what the account is for.
# Button that sends the mail with the link to the form.
signup-button = Send me the link
# After the button. $address: in full, as it was typed.
check-mail-signup = We have sent a mail to { $address }. Open it to go on.
# Above the form behind the link, under the heading "Your e-mail address is confirmed". $tenant: the company's name.
signup-form-body = Fill in the rest and choose a password to open your account with { $tenant }.
# The name of the place that comes with a private account.
location-home = Home
# The same of a business account.
location-place = Location
# Subject of the mail with the link to the form. $tenant: the company's name.
mail-signup-subject = { $tenant }: create your account
# Shown after the subject in a list of mails; completes it. "mail-link-until-text" follows it.
mail-signup-preheader = Open this mail to go on.
# Why the mail comes. $tenant: the company's name.
mail-signup-why = Somebody, probably you, wants to create an account with { $tenant } for this e-mail address. Go on to the form to create it.
# The button.
mail-signup-button = Go on to the form
# Above the link in the text part.
mail-signup-link-text = To go on to the form, open this link:
# A kind of account.
kind-partner = Partner
# Whom it is for.
kind-partner-hint = For resellers and installers.
# A kind of account.
kind-recipient = Data recipient
# Whom it is for.
kind-recipient-hint = For whoever receives data that customers share.
# Heading: no account of this kind is opened now, though a link leads here.
accounts-closed-title = This account cannot be opened at the moment
# Under that heading. $tenant: the company's name.
accounts-closed-body = { $tenant } is not taking new accounts of this kind now. If you need one, ask { $tenant }.


### Accounts that wait for a decision

# Heading of the page after the form, of the page for a person who signs in too early, and of the mail that says the same.
awaiting-title = Your account is waiting for approval
# Under that heading. $tenant: the company's name.
awaiting-body = { $tenant } looks at new accounts before they can be used. We'll send you a mail once it is decided.
# Subject of the mail to the person. $tenant: the company's name.
mail-awaiting-subject = { $tenant }: your account is waiting for approval
# Shown after the subject in a list of mails; completes it.
mail-awaiting-preheader = We'll send you a mail once it is decided.
# What the mail says. $tenant: the company's name.
mail-awaiting-why = You have created an account with { $tenant }. They look at it before you can sign in, and we'll send you a mail once it is decided.
# Subject of the mail to those who decide. $tenant: the company's name.
mail-approve-subject = { $tenant }: an account is waiting for your approval
# Shown after the subject in a list of mails; completes it.
mail-approve-preheader = You decide whether it can be used.
# Heading of that mail.
mail-approve-title = An account is waiting for your approval
# Who it is. $person: name, company and address, $tenant: the company's name, $kind: the kind of account, as in "kind-business".
mail-approve-why = { $person } has created an account with { $tenant } ({ $kind }). It cannot be used until you approve it.
# Below it, where the company does not use our pages for deciding.
mail-approve-elsewhere = You decide in your back office.
# Button below it, to the page where accounts are decided about.
mail-approve-button = Decide
# Above the link in the text part.
mail-approve-link-text = To decide, open this page:
# Subject of the mail to a person whose account was approved. $tenant: the company's name.
mail-approved-subject = { $tenant }: your account is approved
# Shown after the subject in a list of mails; completes it.
mail-approved-preheader = You can sign in now.
# Heading of that mail.
mail-approved-title = Your account is approved
# What it says; a button to sign in follows. $tenant: the company's name.
mail-approved-why = Your account with { $tenant } is approved. You can sign in now.
# Subject of the mail to a person whose account was refused. $tenant: the company's name.
mail-refused-subject = { $tenant }: your account was not approved
# Shown after the subject in a list of mails; completes it.
mail-refused-preheader = You cannot sign in with it.
# Heading of that mail.
mail-refused-title = Your account was not approved
# What it says. $tenant: the company's name.
mail-refused-why = { $tenant } has not approved your account, so you cannot sign in with it.
# Below that an account was approved or refused, where the company gave a reason. $reason: in the company's own words.
mail-refused-reason = They write: { $reason }


### Vouchers of a campaign

# The code is right, and over, taken back, used up or not valid yet. $tenant: the company's name.
error-voucher-over = This voucher code is not valid any more, or not yet. Ask { $tenant } for another one.
# The voucher field, where the company's own service has to say whether the code is good and does not answer.
error-voucher-not-now = We cannot check this code at the moment. Please try again in a few minutes.


### People who sign in with an identity provider

# Between signing in with a password and the buttons of identity providers below it.
sign-in-or = or
# Button that leads to the company's identity provider. $provider: as people know it, such as "Acme account".
sso-button = Continue with { $provider }
# Heading: what came back from the identity provider was begun in another browser, or too long ago.
sso-again-title = Please sign in again
# Under that heading.
sso-again-body = Signing in took too long, or was begun in another browser. Nothing has changed.
# Heading: the person did not sign in with the identity provider, or it did not let them.
sso-cancelled-title = You are not signed in
# $provider: the identity provider.
sso-cancelled-body = { $provider } did not confirm who you are. You can try again, or sign in another way.
# Heading: what the identity provider sent shows nobody. $provider: the identity provider.
sso-refused-title = { $provider } did not show who you are
# $tenant: the company's name.
sso-refused-body = Nothing has changed. Please sign in again, and ask { $tenant } for help if it happens again.
# Heading: a new sign-in was asked for. $provider: who people sign in with.
sso-old-title = { $provider } did not confirm that you have just signed in
# Under the heading. $tenant: the company's name.
sso-old-body = Nothing has changed. What you wanted to do needs a new sign-in. Please try again, and ask { $tenant } for help if it happens again.
# Heading: the identity provider does not answer. $provider: the identity provider.
sso-trouble-title = { $provider } does not answer
# Under that heading.
sso-trouble-body = It is not your fault, and nothing has changed. Please try again in a few minutes.
# Heading: the identity provider knows the person, the company does not. $tenant: the company's name.
sso-unknown-title = { $tenant } does not know you yet
# $provider: the identity provider, $tenant: the company's name. A button follows for people who have a password.
sso-unknown-body = { $provider } has confirmed who you are, but there is no account for you. Ask { $tenant } to add you. If you have a password here, you can connect the two.
# Button or link for people who have a password here already.
sso-have-password = I have a password
# Heading: the account, or the person at the identity provider, is connected otherwise.
sso-taken-title = This cannot be connected
# $provider: the identity provider, $tenant: the company's name.
sso-taken-body = Your account, or who you are at { $provider }, is connected with something else. Ask { $tenant } for help.
# Heading: somebody was invited by mail and finishes by that mail.
sso-invited-title = Please open your invitation
# $tenant: the company's name.
sso-invited-body = { $tenant } has sent you a mail. Follow the link in it first. If you cannot find it, ask { $tenant } to send it again.
# Under "Create your account". $provider: the identity provider, $tenant: the company's name.
sso-form-body = { $provider } has confirmed who you are. Fill in the rest to open your account with { $tenant }.
# Heading of the form where people show their password once to sign in with the identity provider from then on.
sso-connect-title = Connect your account
# $provider: the identity provider, $tenant: the company's name.
sso-connect-body = Sign in with your password for { $tenant } once more. From then on you sign in with { $provider }, and your password ends.
# The same where the password is a PIN.
sso-connect-body-pincode = Sign in with your PIN for { $tenant } once more. From then on you sign in with { $provider }, and your PIN ends.
# Under it. $provider: the identity provider, $account: the address of the person's account there.
sso-connect-account = Your account with { $provider }: { $account }
# Button of that form.
sso-connect-button = Connect
# Under "Confirm your e-mail address". $provider: the identity provider.
sso-address-body = { $provider } does not say that this address is yours. We'll send you a link; open it in this browser.
# Heading: the company has taken the account out of use.
account-suspended-title = Your account is suspended
# $tenant: the company's name.
account-suspended-body = { $tenant } has taken your account out of use for the time being. Ask { $tenant } for help.
