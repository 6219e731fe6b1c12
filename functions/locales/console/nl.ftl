# The console's words in Dutch. What each message is for stands in en.ftl.
#
# «u», simple words, short sentences, no blame.


### Around every page

console-page-title = { $title } – Console van { $tenant }
console-name = Console
console-menu = Console
console-start = Overzicht
console-approvals = Goedkeuringen
console-people = Personen
console-funnel = Voortgang
console-onboarding = Accounts openen
console-signed-in = Ingelogd als { $operator }
console-sign-out = Uitloggen
console-skip = Naar de inhoud
console-language = Taal
console-errors = Dat is niet gelukt
console-next-page = Volgende pagina
console-none = –
console-changed = Iemand anders heeft dit intussen gewijzigd. Bekijk hoe het nu is en breng uw wijziging opnieuw aan.
console-gone = Dit kan niet meer: het is intussen veranderd.
console-wait = Wacht { $wait } voordat u dit opnieuw doet.

### Access

denied-title = U hebt geen toegang tot de console
denied-body = U bent ingelogd als { $operator }. Met dit adres worden de accounts van dit bedrijf niet beheerd. Vraag de beheerder van het bedrijf om uw adres toe te voegen, of log in met een ander adres.
too-much-title = Dat was te veel om in één keer op te slaan
too-much-body = Een formulier mag maximaal 64 kilobyte groot zijn. Dit was groter, dus er is niets opgeslagen. Ga terug met uw browser: wat u hebt ingevuld, staat er nog. Maak het korter en sla opnieuw op.
too-much-anew = Opnieuw beginnen met wat is opgeslagen

### Overview

start-body = Help de mensen met een account bij { $tenant }.
start-approvals = Beslis over accounts die op goedkeuring wachten.
start-people = Zoek een persoon; bekijk hoe ver die is, stuur een uitnodiging opnieuw of trek die in.
start-funnel = Bekijk hoeveel mensen van de eerste stap tot de laatste komen.
start-onboarding = Kies welke accounts mensen kunnen openen, wat er wordt gevraagd en hoe pagina’s en e-mails eruitzien.

### Approvals

approvals-empty = Er wacht geen account op goedkeuring.
approvals-since = Wacht sinds { $moment }
approvals-reason = Reden (niet verplicht)
approvals-reason-hint = De persoon leest die in de e-mail. Schrijf daarom in de taal van de persoon.
approvals-approve = Goedkeuren
approvals-refuse = Afwijzen
approvals-approved = Het account is goedgekeurd. De persoon krijgt een e-mail.
approvals-refused = Het account is afgewezen. De persoon krijgt een e-mail.
approvals-decided = Iemand anders heeft al over dit account beslist.
approvals-too-long = Een reden heeft hoogstens 500 tekens.

### Kinds of account and states

kind-name-personal = Particulier
kind-name-business = Zakelijk
kind-name-channel-partner = Partner
kind-name-data-recipient = Gegevensontvanger
state-provisioned = Aangemaakt
state-verified = Bevestigd
state-awaiting-approval = Wacht op goedkeuring
state-refused = Afgewezen
state-registered = Geregistreerd
state-active = Actief
state-suspended = Geschorst

### People

people-search = Adres, naam of kenmerk
people-search-hint = Een volledig e-mailadres, het begin van een naam of een kenmerk zoals usr_…
people-search-button = Zoeken
people-newest = Nieuwste personen
people-found = Resultaten voor “{ $query }”
people-nobody = Er is niemand gevonden.
people-too-short = Typ minstens twee letters van een naam, een volledig adres of een kenmerk.
people-name = Naam
people-address = E-mailadres
people-kind = Soort
people-state = Status
people-since = Sinds
people-unnamed = Nog geen naam

### A person

person-back = Terug naar personen
person-details = Gegevens
person-next = Volgende stap
next-verify-address = De persoon bevestigt het adres
next-set-credential = De persoon kiest een wachtwoord
next-decide = Iemand beslist over het account
next-send-first-data = De eerste gegevens komen binnen
person-id = Kenmerk
person-external-id = Kenmerk bij u
person-phone = Telefoon
person-language = Taal
person-verified-by = Bevestigd via
verified-by-mail = E-mail
verified-by-sms = Sms
verified-by-tenant = Uw bedrijf
verified-by-provider = Uw identiteitsprovider
person-customer = Klant
person-organisation = Organisatie
person-role = Rol
role-owner = Eigenaar
role-member = Lid
person-places = Locaties
person-history = Geschiedenis
history-invited = Uitgenodigd
history-provisioned = Aangemaakt
history-self-registered = Zelf geregistreerd
history-signed-up = Heeft het account geopend
history-verified = { $by ->
    [sms] Nummer bevestigd per sms
    [tenant] Adres bevestigd door uw bedrijf
    [provider] Adres bevestigd door de identiteitsprovider
   *[mail] Adres bevestigd per e-mail
}
history-approval-asked = Goedkeuring gevraagd
history-approved = Goedgekeurd door { $by }
history-refused = Afgewezen door { $by }
history-by-endpoint = uw dienst
history-by-operator = medewerker { $id }
history-reason = { $what }: “{ $reason }”
history-details-confirmed = Gegevens bevestigd
history-password-changed = Wachtwoord gewijzigd
history-accepted = Akkoord met { $agreement }, versie { $version }
history-withdrew = Ingetrokken: { $agreement }, versie { $version }
history-expires = Link werkt tot dan
history-opened = Link gebruikt
history-revoked = Uitnodiging ingetrokken
history-delivery = { $channel ->
    [sms] Sms
   *[email] E-mail
}: { $status ->
    [queued] wacht op verzending
    [sent] verzonden
    [delivered] bezorgd
    [bounced] geweigerd door de mailserver
    [complained] door de persoon als ongewenst gemeld
   *[failed] kon niet worden verzonden
}
person-bounced = De mailserver van de persoon weigert het adres. Er wordt geen e-mail meer gestuurd.
person-complained = De persoon heeft een e-mail als ongewenst gemeld. Er wordt geen e-mail meer gestuurd.
person-invitation = Uitnodiging
invitation-status = { $status ->
    [queued] Wacht op verzending
    [sent] Verzonden
    [delivered] Bezorgd
    [bounced] Geweigerd door de mailserver
    [verified] Adres bevestigd
    [completed] Afgerond
    [expired] Verlopen
   *[revoked] Ingetrokken
} (voor { $app })
invitation-resend = Opnieuw sturen
invitation-revoke = Intrekken
invitation-revoke-hint = Een ingetrokken uitnodiging geldt definitief niet meer.
invitation-resent = De uitnodiging is opnieuw onderweg.
invitation-revoked = De uitnodiging is ingetrokken.
invitation-stopped = Er gaat geen e-mail meer naar dit adres.
person-consents = Toestemmingen
consents-none = Er is nog nergens akkoord voor gegeven.
consents-version = { $agreement }, versie { $version }
consents-accepted = Akkoord op { $moment }
consents-withdrawn = Ingetrokken op { $moment }

### Funnel

console-date = { $day } { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }
funnel-body = Zoveel mensen hebben elke stap bereikt van { $from } tot en met { $to }.
funnel-period = Periode
funnel-days = { $days ->
    [one] Laatste dag
   *[other] Laatste { $days } dagen
}
funnel-kind = Soort account
funnel-all = Alle
funnel-show = Tonen
funnel-step = Stap
funnel-people = Personen
funnel-of-before = Van de stap ervoor
funnel-share = { $percent }%
step-provisioned = Aangemaakt
step-sent = E-mail verzonden
step-delivered = E-mail bezorgd
step-verified = Adres bevestigd
step-registered = Geregistreerd
step-active = Actief
funnel-by-day = Per dag
funnel-day = Dag

### User onboarding

onboarding-body = Wat u hier opslaat, geldt binnen een minuut. Elke wijziging wordt bewaard en kan ongedaan worden gemaakt.
onboarding-kinds = Soorten accounts
onboarding-on = Kan worden geopend
onboarding-off = Kan niet worden geopend
onboarding-look = Uiterlijk en contact
onboarding-look-what = Naam, kleur, logo, hulp en juridische links van pagina’s en e-mails.
onboarding-preview = Voorbeeld
onboarding-preview-what = Pagina’s en e-mails zoals mensen ze zien, in elke taal.
onboarding-document = Alle instellingen
onboarding-document-what = Alles in één document, ook overeenkomsten, apps en eigen teksten.
onboarding-versions = Versies
onboarding-versions-what = Wie wat wanneer heeft gewijzigd, en hoe u het ongedaan maakt.
onboarding-save = Opslaan
onboarding-saved = Opgeslagen. Het geldt binnen een minuut.
onboarding-moved = Opgeslagen. Een aanbieder is nu een andere: wie met de vorige verbonden was, kan per e-mail een wachtwoord kiezen als het adres bevestigd is, en daarna opnieuw verbinden.
onboarding-back = Terug naar accounts openen
onboarding-wrong = Verbeter het volgende; er is niets gewijzigd.

### A kind of account

kind-enabled = Mensen kunnen accounts van deze soort openen
kind-voucher = Vouchercode
kind-voucher-usual = Zoals gewoonlijk bij deze soort
kind-voucher-none = Wordt niet gevraagd
kind-voucher-optional = Niet verplicht
kind-voucher-required = Verplicht
kind-without-code = Partners kunnen zich zonder vouchercode registreren
kind-customer-fields = Vragen over de klant
kind-user-fields = Vragen over de persoon
kind-fields-hint = Laat de naam van een rij leeg om de rij te verwijderen.
field-name = Naam
field-type = Type
field-label = Opschrift
field-label-in = Opschrift ({ $language })
field-choices = Keuzes
field-required = Verplicht
field-shown = Zichtbaar
field-row = Rij { $number }
field-type-usual = Ingebouwd
field-type-text = Tekst
field-type-email = E-mailadres
field-type-phone = Telefoonnummer
field-type-date = Datum
field-type-choice = Keuze
field-type-address = Postadres
field-more = Meer
question-about = De vraag
question-words = Woorden
question-rules = Regels
question-label = Opschriften, één taal per regel
question-label-hint = Bijvoorbeeld: nl = Bedrijf
question-choices-hint = Voor het type “Keuze”, één per regel, met de opschriften erachter: farm | en = Farm | nl = Boerderij
question-longest = Hoogste aantal tekens
question-longest-hint = Tot 500; blijft dit leeg, dan is het 100.
question-pattern = Patroon waaraan de hele waarde moet voldoen
question-pattern-hint = Een reguliere expressie, zoals DE[0-9]{"{"}9{"}"}
question-scope = Scope waarmee apps de waarde zien
question-scope-hint = Blijft dit leeg, dan staat de waarde in geen enkel ID-token.
kind-password = Wachtwoorden
kind-password-usual = Zoals elders bij uw bedrijf
kind-password-modern = Ten minste 15 willekeurige tekens
kind-password-classic = 6 tot 16 letters en cijfers
kind-password-pincode = Een pincode van zes cijfers
kind-verify = Mensen die u aanmaakt, controleren hun gegevens als zij zich voor het eerst aanmelden
kind-location = Bij het account hoort een locatie
kind-location-name = Namen van de locatie, één taal per regel
kind-location-hint = Bijvoorbeeld: nl = Hoofdkantoor. Blijft dit leeg, dan is het “Thuis” of “Locatie” in de taal van de persoon.
kind-approval = Iemand beslist over elk account voordat het geldt
kind-approvers = Wie er een e-mail over krijgt, één adres per regel
kind-approved = Adressen en domeinen die geen goedkeuring nodig hebben, één per regel
kind-allowed = Alleen deze adressen en domeinen mogen een account openen, één per regel
kind-denied = Deze adressen en domeinen mogen dat niet, één per regel
kind-addresses-hint = Een adres, of een domein met @ ervoor, zoals @example.org

### Look and contact

look-name = Naam van het bedrijf
look-language = Taal als er geen andere is gevraagd
look-colour = Kleur, zoals #0b5fff
look-logo = Adres van het logo
look-favicon = Adres van het pictogram in het tabblad van de browser
look-support-url = Hulppagina
look-support-email = E-mailadres voor hulp
look-postal = Postadres onderaan e-mails
look-legal = Juridische links
look-legal-label = Tekst
look-legal-url = Adres

### The whole configuration

document-label = Instellingen als JSON
document-hint = Geheime sleutels staan er als “kept”: ze blijven zoals ze zijn.
document-malformed = Dit is geen JSON: { $detail }

### Versions

version-number = Versie
version-at = Opgeslagen
version-by = Door
version-current = Geldt nu
version-restore = Versie { $number } terugzetten

### Preview

preview-body = Alles opent zoals mensen het zien. Knoppen leiden nergens heen.
preview-pages = Pagina’s
preview-mails = E-mails
preview-form = Formulier voor een account: { $kind }

### Agreements

onboarding-agreements = Overeenkomsten
onboarding-agreement-new = Nieuwe overeenkomst
onboarding-agreement-new-what = Voorwaarden, privacyverklaringen en aanbiedingen die mensen moeten accepteren.
onboarding-more = Al het andere
agreement-count = Versies: { $count }
agreement-name = Korte naam
agreement-name-hint = 1 tot 40 tekens uit a–z, 0–9 en koppelteken. De naam staat in links en verandert nooit.
agreement-required = Niemand kan zonder afronden
agreement-audience = Voor wie
agreement-audience-hint = Als er niets is gekozen, geldt die voor iedereen.
agreement-versions = Versies tot nu toe
agreement-version = Versie { $number }, vanaf { $moment }
agreement-next = Nieuwe versie
agreement-next-hint = De woorden van een versie veranderen nooit. Laat de tekst leeg om er geen toe te voegen.
agreement-from = Vanaf welke dag (UTC); leeg: meteen
agreement-again = Wie een oudere versie heeft geaccepteerd, moet deze accepteren
agreement-remove = Verwijderen: er wordt niemand meer om gevraagd
agreement-title = Titel ({ $language })
agreement-text = Tekst, als Markdown ({ $language })

### Rules, apps and texts of one's own

onboarding-rules = Uitnodigen en inloggen
onboarding-rules-what = Hoelang links werken, wie een herinnering krijgt, hoe wachtwoorden moeten zijn en wie deze console gebruikt.
onboarding-texts = Eigen teksten
onboarding-texts-what = Zinnen van pagina's en e-mails in uw eigen woorden.
onboarding-apps = Apps en servers
onboarding-app-new = Nieuwe app of server
onboarding-app-new-what = Waar mensen naar terugkeren, en de programma's die voor u aanroepen.
rules-inviting = Uitnodigingen
rules-signing-in = Inloggen
rules-sender = Naam van de afzender van e-mails
rules-invite = Wie u toevoegt, krijgt meteen een e-mail
rules-link-life = Hoelang een gemailde link werkt, in seconden
rules-cooldown = Hoelang tot een e-mail opnieuw kan worden verstuurd, in seconden
rules-reminders = Wanneer genodigden een herinnering krijgen, in uren na de uitnodiging
rules-numbers-hint = Getallen met komma's ertussen, zoals 48, 120; leeg: nooit
rules-purge = Wanneer niet-geregistreerde genodigden worden gewist, in dagen na de uitnodiging
rules-purge-hint = Leeg: nooit
rules-proof = Voor een eerste wachtwoord laat men zien
rules-proof-shown = dat het adres van hen is, of een voucher
rules-proof-none = niets: wie het adres kent, kan het account nemen
rules-ticket-life = Hoeveel tijd er is om een wachtwoord te kiezen, in seconden
rules-idle = Hoelang een ongebruikte browser ingelogd blijft, in seconden
rules-session = Hoelang een browser hoogstens ingelogd blijft, in seconden
rules-app-link = Waar mensen heen gaan als ze klaar zijn
rules-link-base = Waarmee gemailde links beginnen als de app ze opent
rules-organization = Organisatie-id die apps sturen
rules-operators = Wie deze console gebruikt, één adres per regel
rules-operators-hint = Ieder kan hier alles wijzigen. Neem adressen die maar één persoon leest.
app-about = Algemeen
app-rights = Wat het mag
app-people = De mensen ervan
app-id = Client-id
app-id-hint = 1 tot 64 letters, cijfers, koppeltekens en lage streepjes. Het verandert nooit.
app-kind = Soort
app-kind-app = App die mensen gebruiken
app-kind-server = Server die zelf aanroept
app-name = Naam zoals mensen die kennen
app-customers = De mensen ervan zijn van de soort
app-environment = Omgevings-id die het stuurt
app-grants = Hoe het tokens krijgt
app-secret = SHA-256 van het geheim, in base64
app-secret-hint = “usher keygen --secret” maakt beide. Het geheim zelf wordt nooit bewaard.
app-keys = Sleutels waarmee het ondertekent, één per regel
app-keys-hint = De id van de sleutel, een spatie, en wat “usher keygen” als public toonde
app-introspects = Mag vragen wat tokens van uw andere apps zeggen
app-configures = Mag alles wijzigen wat hier is ingesteld
app-configures-hint = Wie de sleutel heeft, beslist wie verder wat mag. Geef het aan één backoffice.
app-delivers = Mag links en codes vragen om ze zelf te bezorgen
app-delivers-hint = Het kan dan het account activeren van iedereen die het uitnodigt.
app-redirects = Waar mensen naar mogen terugkeren, één adres per regel
app-logouts = Hetzelfde na het uitloggen
app-channels = Hoe mensen worden uitgenodigd
app-by-mail = Per e-mail
app-by-sms = Per sms
app-registers = Mensen mogen zichzelf registreren
app-sign-up = Mensen mogen een account van een van uw soorten openen
app-allowed = Alleen deze adressen en domeinen mogen registreren, één per regel
app-denied = Deze mogen niet, één per regel
app-fields = Vragen aan de mensen ervan
app-remove = Verwijderen: de tokens en sleutels vervallen meteen
provider-heading = Uw eigen dienst voor partnercodes
decider-heading = Herinneringen, en uw eigen dienst die beslist
kind-reminders = Wanneer wie beslist een herinnering krijgt, in uren
service-url = Waar hij wordt gevraagd
service-url-hint = Een adres dat begint met https://; leeg: er is er geen
service-by = Hoe hij weet dat Usher vraagt
service-by-nothing = Niet
service-by-signature = Door een handtekening
service-by-token = Door een token
service-by-password = Door naam en wachtwoord
service-user = Naam, bij een wachtwoord
service-secret = Token of wachtwoord
provider-name = Veld van het antwoord met de naam van de partner
provider-mapping = Wat verder wordt overgenomen, één per regel
provider-mapping-hint = Een veld van het antwoord = een vraag over de klant, zoals company = companyName
provider-target = Organisatie van zulke partners
texts-body = Elke zin van pagina's en e-mails kan anders worden gezegd. Zoek de zin op wat er nu staat.
texts-language = Taal
texts-search = Woorden van een zin
texts-nothing = Geen zin heeft deze woorden, en er is geen eigen zin in deze taal.
texts-more = Er zijn er meer: zoek op meer woorden.
texts-hint = Leeg gelaten geldt de zin van Usher. Wat tussen accolades staat, wordt ingevuld: neem het ongewijzigd over.

### Identity providers

onboarding-connections = Single sign-on
onboarding-connection-new = Nieuwe identiteitsprovider
onboarding-connection-new-what = Uw mensen loggen in waar ze al een account hebben.
connection-id-hint = 1 tot 40 tekens uit a–z, 0–9 en koppelteken. Het verandert nooit.
connection-matches = Hij kent mensen aan de id die uw backoffice met hen opgeeft
connection-matches-hint = external_authentication_provider_id; van meerdere providers hoogstens één
connection-introspection = Naar zijn tokens vragen (RFC 7662)
connection-url-hint = Een adres dat begint met https://
connection-client = Client-id van Usher daar
connection-secret = Clientgeheim van Usher daar
connection-authentication = Waar het geheim komt
connection-subject = Waar de id van de persoon in het antwoord staat
connection-subject-hint = Een JSON Pointer zoals /sub; leeg: /external_authentication_provider_id
connection-audience = Voor wie zijn tokens bestemd moeten zijn
connection-audience-hint = Leeg: niemand kijkt, en een token voor een andere dienst geldt ook hier
connection-remove = Verwijderen: niemand logt er nog mee in
onboarding-provider-new = Nieuwe identiteitsprovider met knop
onboarding-provider-new-what = Uw mensen loggen in hun browser in met een knop.
provider-oidc = Hoe hij wordt bereikt (OpenID Connect)
provider-people = Zijn mensen
provider-issuer = Uitgever (issuer)
provider-issuer-hint = Precies zoals zijn metadata hem noemen: https://…
provider-scopes = Scopes
provider-scopes-hint = Eén per regel; openid hoort erbij
provider-userinfo = Ook zijn UserInfo vragen
provider-provisioned = Waar het id van uw backoffice staat in wat hij zegt
provider-provisioned-hint = Een JSON Pointer zoals /sub
provider-claims = Waarden die worden overgenomen
provider-claims-hint = Eén per regel: firstName = /given_name
provider-button = Tekst op de knop
provider-button-hint = Eén taal per regel: nl = Doorgaan met Acme
provider-newcomers = Mensen die hier niemand kent
provider-newcomers-linked = Ze horen wie ze kunnen vragen
provider-newcomers-user = Ze krijgen meteen een account
provider-newcomers-customer = Ze vullen het formulier van een soort account in
provider-kind = Die soort account
provider-kind-none = Geen
provider-callback = Terugkeeradres dat de provider moet kennen
provider-logout = Adres voor uitloggen op de achtergrond (back-channel logout)
