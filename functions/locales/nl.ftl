# Usher's words in Dutch. What each message is for stands in en.ftl.
#
# «u», simple words, short sentences, no blame.


### Durations and dates

duration-seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } seconden
}
duration-minutes = { $count ->
    [one] { $count } minuut
   *[other] { $count } minuten
}
duration-hours = { $count ->
    [one] { $count } uur
   *[other] { $count } uur
}
duration-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagen
}
duration-joined = { $larger } en { $smaller }
moment = { $day } { $month ->
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
} { $year }, { $time } UTC


### Around every page

page-title = { $title } – { $tenant }
page-title-error = Fout: { $title }
errors-title = Controleer het volgende
help-link = Hulp van { $tenant }
footer-legal = Juridische informatie
footer-language = Taal
notice-success = Gelukt
notice-information = Informatie
notice-warning = Let op
notice-error = Fout


### Confirm an e-mail address

confirm-title = Bevestig uw e-mailadres
confirm-body = We bevestigen { $address } voor { $tenant }.
confirm-button = E-mailadres bevestigen
confirm-not-you = Hebt u hier niet om gevraagd? Sluit deze pagina, dan gebeurt er niets.


### Links that do not work, and new ones

link-expired-title = Deze link is verlopen
link-expired-body = Links werken { $duration }. We kunnen een nieuwe sturen naar { $address }.
link-used-title = Deze link is al gebruikt
link-used-body = Was u dat zelf, dan kunt u inloggen. Zo niet, vraag { $tenant } om hulp.
link-used-unfinished = U hebt nog geen wachtwoord ingesteld. We kunnen een nieuwe link sturen naar { $address }.
link-unknown-title = We herkennen deze link niet
link-unknown-body = Misschien is hij niet volledig. Open hem opnieuw vanuit de e-mail of typ de code uit de e-mail.
send-link-button = Stuur mij een nieuwe link
sign-in-button = Inloggen
link-sent-title = Kijk in uw mailbox
link-sent-body = We hebben een nieuwe e-mail gestuurd naar { $address }, als dit adres nog bevestigd moet worden.
link-sent-body-unnamed = We hebben u een nieuwe e-mail gestuurd, als uw adres nog bevestigd moet worden.
link-sent-wait = Het kan een paar minuten duren. Ziet u niets, kijk dan in uw map met ongewenste e-mail.
code-title = Typ de code uit de e-mail
email-label = E-mailadres
code-label = Code
code-hint = De zes cijfers uit de e-mail, bijvoorbeeld 123 456.


### Set a password

confirmed-title = Uw e-mailadres is bevestigd
password-title = Kies een wachtwoord
password-body = Kies nu een wachtwoord voor { $tenant }.
password-body-pincode = Kies nu een pincode van 6 cijfers voor { $tenant }.
pincode-title = Kies een pincode
password-for = Account: { $address }
password-label = Wachtwoord
pincode-label = Pincode
password-show = Tonen
password-hide = Verbergen
password-show-long = Wachtwoord tonen
password-hide-long = Wachtwoord verbergen
rule-pincode = Kies 6 cijfers die moeilijk te raden zijn.
rule-pincode-digits = Alleen cijfers
rule-pincode-length = Precies 6 cijfers
rule-classic = Gebruik 6 tot 16 letters, cijfers en tekens.
rule-classic-length = 6 tot 16 tekens
rule-classic-characters = Alleen A–Z, a–z, 0–9 en { $signs }
rule-modern = Gebruik minstens { $count } tekens; een paar woorden achter elkaar is goed.
rule-modern-length = Minstens { $count } tekens
rule-modern-common = Geen wachtwoord dat veel mensen gebruiken
rule-met = voldaan
rule-progress = { $met } van { $total } voldaan
voucher-label = Vouchercode
voucher-label-optional = Vouchercode (niet verplicht)
voucher-hint = De code die u van { $tenant } hebt gekregen, bijvoorbeeld in een brief.
password-button = Wachtwoord instellen
pincode-button = Pincode instellen


### Activate an account

activate-title = Activeer uw account
activate-body = { $tenant } heeft u uitgenodigd. Eerst bevestigen we { $address }.
activate-own-body = Activeer uw account bij { $tenant } voor { $address }.
activate-button = Account activeren
activate-form-body = Vul in wat nog ontbreekt en kies een wachtwoord voor { $tenant }.
activate-again-body = U hebt zich in een andere browser geregistreerd. Kies daarom uw wachtwoord voor { $tenant } opnieuw.
field-optional = { $label } (niet verplicht)
choice-none = Maak een keuze
field-firstName = Voornaam
field-lastName = Achternaam
field-companyName = Bedrijf
field-mobileNumber = Mobiel nummer
field-twoStepMobile = Mobiel nummer om in te loggen
field-address = Straat en huisnummer
field-locality = Plaats
field-region = Regio
field-postalCode = Postcode
error-value-missing = Vul in: { $label }
error-value-long = Gebruik hoogstens { $count } tekens voor: { $label }
error-value-phone = Vul een telefoonnummer met landcode in, bijvoorbeeld +31 20 123 4567.
error-value-email = Vul een e-mailadres in, bijvoorbeeld naam@example.com.
error-value-date = Vul een datum in die bestaat.
error-value-other = Controleer wat u hebt ingevuld: { $label }


### Mistakes in a form

error-password-missing = Vul een wachtwoord in.
error-pincode-missing = Vul een pincode in.
error-pincode-rule = Vul een pincode van precies 6 cijfers in.
error-pincode-common = Kies een pincode die moeilijker te raden is. Deze is een van de eerste die mensen proberen.
error-classic-rule = Vul een wachtwoord van 6 tot 16 tekens in, met alleen A–Z, a–z, 0–9 en { $signs }
error-modern-rule = Vul een wachtwoord van minstens { $count } tekens in.
error-password-common = Kies een wachtwoord dat moeilijker te raden is. Dit is een van de eerste die mensen proberen.
error-voucher-missing = Vul uw vouchercode in.
error-voucher-wrong = Deze vouchercode klopt niet. Vergelijk hem met de brief of e-mail die u hebt gekregen.
error-email = Vul uw e-mailadres in, bijvoorbeeld naam@example.com.
error-email-malformed = Het e-mailadres is niet goed geschreven. Schrijf het zo: naam@example.com
error-email-refused = U kunt met dit e-mailadres geen account openen. Gebruik een ander adres.
error-code-missing = Vul de zes cijfers uit de e-mail in.
error-code-wrong = Deze code werkt niet. Controleer hem of gebruik de nieuwste e-mail die we u hebben gestuurd.


### Finished

done-title = Alles is klaar
done-body = U kunt nu inloggen bij { $tenant }.
done-confirmed-body = U kunt deze pagina sluiten en verdergaan in de app van { $tenant }.
done-button = Naar { $tenant }


### Problems

too-often-title = Wacht een moment
too-often-body = U kunt over { $duration } een nieuwe e-mail aanvragen.
too-often-try-body = U kunt het over { $duration } opnieuw proberen.
not-found-title = We kunnen deze pagina niet vinden
not-found-body = Hebt u het adres getypt, controleer het dan. Hebt u het gekopieerd, controleer dan of het volledig is.
page-expired-title = Deze pagina is verlopen
page-expired-body = Hij stond een tijd open; voor uw veiligheid hebben we hem gesloten. Open de link in uw e-mail opnieuw.
already-registered-title = U hebt al een account
already-registered-body = Uw account bij { $tenant } is klaar. U kunt inloggen.
our-side-title = Er is bij ons iets misgegaan
our-side-body = Het ligt niet aan u. Probeer het over een paar minuten opnieuw.
try-again-button = Opnieuw proberen
not-understood-title = Dat is niet gelukt
not-understood-body = We konden niets maken van wat er is verstuurd. Ga terug, controleer wat u hebt ingevuld en probeer het opnieuw.
request-id = Noem deze referentie als u om hulp vraagt: { $id }


### Sign in

sign-in-title = Inloggen
sign-in-body = Log in bij { $tenant }.
sign-in-activated = Uw account is actief. U kunt nu inloggen.
sign-in-changed = Uw wachtwoord is gewijzigd. Log in met het nieuwe.
sign-in-changed-pincode = Uw pincode is gewijzigd. Log in met de nieuwe.
sign-in-again = Log opnieuw in om verder te gaan.
forgot-password = Wachtwoord vergeten?
forgot-pincode = Pincode vergeten?
register-link = Account aanmaken
sign-in-back = Terug naar inloggen
error-sign-in-password = Vul uw wachtwoord in.
error-sign-in-pincode = Vul uw pincode in.
error-sign-in-match = Het adres of het wachtwoord klopt niet. Controleer beide of kies een nieuw wachtwoord.
error-sign-in-match-pincode = Het adres of de pincode klopt niet. Controleer beide of kies een nieuwe pincode.


### Create an account

register-title = Maak uw account aan
register-body = Vul het formulier in om een account bij { $tenant } te openen.
register-button = Account aanmaken
have-account-link = Ik heb al een account
password-again-label = Wachtwoord nog een keer
pincode-again-label = Pincode nog een keer
error-email-format = Het e-mailadres is niet goed geschreven. Schrijf het zo: naam@example.com
error-email-not-allowed = U kunt zich met dit e-mailadres niet registreren. Gebruik een ander adres.
error-passwords-differ = De wachtwoorden komen niet overeen. Typ in beide velden hetzelfde wachtwoord.
error-pincodes-differ = De pincodes komen niet overeen. Typ in beide velden dezelfde pincode.


### Choose a new password

recover-body = Geef ons uw e-mailadres. We sturen u een link waarmee u een nieuw wachtwoord kiest.
recover-body-pincode = Geef ons uw e-mailadres. We sturen u een link waarmee u een nieuwe pincode kiest.
recover-button = Stuur mij een link
new-password-title = Kies een nieuw wachtwoord
new-pincode-title = Kies een nieuwe pincode
new-password-body = Het vervangt het wachtwoord dat u nu bij { $tenant } hebt.
new-pincode-body = Deze vervangt de pincode die u nu bij { $tenant } hebt.
new-password-button = Nieuw wachtwoord instellen
new-pincode-button = Nieuwe pincode instellen
new-password-elsewhere = Daarna loggen we u uit op al uw andere apparaten.
recovery-expired-body = Zo’n link werkt maar korte tijd. We kunnen u een nieuwe sturen.
recovery-used-body = Was u dat zelf, dan kunt u inloggen. Zo niet, kies dan opnieuw met een nieuwe link.
recovery-unknown-body = Misschien is hij niet volledig. Open hem opnieuw vanuit de e-mail of vraag een nieuwe aan.


### Check your mail

check-mail-register = We hebben een e-mail gestuurd naar { $address }. Open die om uw account te activeren.
check-mail-recover = Als { $address } een account bij { $tenant } heeft, hebben we een e-mail gestuurd met een link om een nieuw wachtwoord te kiezen.
check-mail-recover-pincode = Als { $address } een account bij { $tenant } heeft, hebben we een e-mail gestuurd met een link om een nieuwe pincode te kiezen.
check-mail-change = We hebben een e-mail gestuurd naar { $address }. Uw adres verandert zodra u het daar bevestigt.
check-mail-works = De link werkt { $duration }.
check-mail-wrong = Verkeerd adres? Ga terug en verbeter het.


### Go on to an app

continue-title = Verder naar { $app }
continue-account = U bent ingelogd als { $address }.
continue-other = Een ander account gebruiken
continue-gets = Wat { $app } krijgt
scope-identity = Het nummer van uw account, om u te herkennen
scope-profile = Uw naam en de rest van uw profiel
scope-email = Uw e-mailadres
scope-phone = Uw telefoonnummer
scope-stay = Toestemming om u ingelogd te houden
continue-changed = We hebben gewijzigd waarmee u akkoord gaat. Lees het en ga akkoord om verder te gaan.
continue-button = Doorgaan
cancel-button = Annuleren
continue-cancel = Als u annuleert, gaat u terug naar { $app } zonder daar ingelogd te zijn. Uw account blijft zoals het is.
details-title = Controleer uw gegevens
details-body = { $tenant } heeft dit account voor u geopend. Verbeter wat niet klopt, vul aan wat ontbreekt en bevestig het.
details-button = Bevestigen
form-post-title = Een moment…
form-post-body = U gaat terug naar de app. Gebeurt er niets, druk dan op de knop.


### Sign out

sign-out-title = Uitloggen?
sign-out-body = U bent bij { $tenant } ingelogd als { $address }.
sign-out-body-unnamed = U bent bij { $tenant } ingelogd.
sign-out-button = Uitloggen
signed-out-title = U bent uitgelogd
signed-out-body = U kunt deze pagina sluiten.
signed-out-button = Terug naar { $tenant }


### Problems on the way to an app

app-mistake-title = Deze link werkt niet
app-mistake-body = De app die u hierheen heeft gestuurd, heeft een fout gemaakt. Ga ernaar terug en probeer het opnieuw. Gebeurt het weer, laat het dan weten aan de makers van de app.
sign-in-expired-body = Hij stond een tijd open; voor uw veiligheid hebben we hem gesloten. Ga terug naar de app en begin opnieuw.
sorry-title = Sorry
unknown-client-body = We kunnen uw verzoek op dit moment niet verwerken. Probeer het later opnieuw.
back-to-app-button = Terug naar de app


### Mail: confirm an e-mail address

mail-confirm-subject = { $tenant }: bevestig uw e-mailadres
mail-confirm-preheader = Eén klik, of typ de code { $code }. Beide werken tot { $moment }.
mail-hello = Beste { $name },
mail-hello-unnamed = Goedendag,
mail-confirm-why = { $tenant } opent een account voor u en wil graag weten of dit e-mailadres van u is.
mail-confirm-code = Of typ deze code waar erom wordt gevraagd:
mail-confirm-until = De knop en de code werken tot { $moment }.
mail-confirm-until-text = De link en de code werken tot { $moment }.
mail-not-you = Hebt u hier niet om gevraagd? Dan kunt u deze e-mail negeren; er gebeurt niets.
mail-link-as-text = Werkt de knop niet, kopieer dan deze link naar uw browser:
mail-confirm-link-text = Open deze link en druk op de knop om uw e-mailadres te bevestigen:
mail-help = Hulp van { $tenant }: { $contact }
mail-invite-subject = { $tenant }: activeer uw account
mail-invite-why = { $tenant } heeft een account voor u geopend. Activeer het om uw wachtwoord te kiezen.
mail-register-why = U hebt een account bij { $tenant } aangemaakt. Activeer het om verder te gaan.
mail-invite-link-text = Open deze link en druk op de knop om uw account te activeren:


### Agreements

agreements-title = Waarmee u akkoord gaat
agreement-accept = Ik ga akkoord: { $title }
agreement-accept-optional = Ik vind dit goed: { $title } (niet verplicht)
agreement-read = Lezen: { $title }
opens-in-new-tab = (opent in een nieuw tabblad)
legal-version = Versie { $version }, geldig vanaf { $moment }
error-agreement-missing = Ga akkoord om verder te gaan: { $title }
error-agreement-changed = Er is een nieuwe versie. Lees die en ga akkoord: { $title }


### Text messages

confirm-number-title = Bevestig uw telefoonnummer
confirm-number-body = { $tenant } heeft u uitgenodigd. Eerst bevestigen we { $number }.
confirm-number-button = Telefoonnummer bevestigen
number-confirmed-title = Uw telefoonnummer is bevestigd
link-texted-title = Kijk in uw berichten
link-texted-body = We hebben een nieuw bericht gestuurd naar { $number }, als dit nummer nog bevestigd moet worden.
link-texted-wait = Dit kan een paar minuten duren.
sms-invite = { $tenant } heeft een account voor u geopend. Activeer het hier:
sms-code = Of gebruik deze code:
sms-until = Beide werken tot { $moment }.


### Invitations that were withdrawn

link-withdrawn-title = Deze uitnodiging is ingetrokken
link-withdrawn-body = Ze werkt niet meer. Denkt u dat dit een vergissing is? Vraag { $tenant } om hulp.


### Reminders

mail-remind-subject = { $tenant }: uw account wacht nog op u
mail-remind-why = Een herinnering van { $tenant }: we hebben een account voor u geopend en u hebt het nog niet geactiveerd.


### Mail: about an account that there is

mail-exists-subject = { $tenant }: u hebt al een account
mail-exists-preheader = Iemand wilde zich met dit adres registreren. Er is niets veranderd.
mail-exists-why = Iemand, waarschijnlijk u, wilde zich met dit e-mailadres registreren bij { $tenant }. Er is al een account met dit adres, en daaraan is niets veranderd.
mail-exists-link-text = Open deze link om in te loggen:
mail-exists-forgotten = Bent u uw wachtwoord vergeten? Op de pagina waar u inlogt, kunt u een nieuw wachtwoord kiezen.
mail-exists-not-you = Was u dit niet? Dan kunt u deze e-mail negeren.
mail-elsewhere-preheader = U logt in zonder wachtwoord.
mail-elsewhere-why = Iemand, waarschijnlijk u, wilde zich met dit e-mailadres registreren bij { $tenant } of er een nieuw wachtwoord voor kiezen. Er is al een account. Het heeft geen wachtwoord: u logt in met { $provider }.
mail-recover-subject = { $tenant }: kies een nieuw wachtwoord
mail-recover-preheader = Open deze e-mail om het te kiezen.
mail-recover-why = Er is een nieuw wachtwoord gevraagd voor uw account bij { $tenant }.
mail-recover-button = Nieuw wachtwoord kiezen
mail-recover-link-text = Open deze link om een nieuw wachtwoord te kiezen:
mail-link-until = De knop werkt tot { $moment }.
mail-link-until-text = De link werkt tot { $moment }.
mail-recover-not-you = Hebt u hier niet om gevraagd? Dan kunt u deze e-mail negeren; uw wachtwoord blijft zoals het is.
mail-changed-subject = { $tenant }: uw wachtwoord is gewijzigd
mail-changed-preheader = Was u dit niet, kies dan meteen een nieuw wachtwoord.
mail-changed-title = Uw wachtwoord is gewijzigd
mail-changed-why = Het wachtwoord van uw account bij { $tenant } is zojuist gewijzigd. Uw andere apparaten zijn uitgelogd.
mail-changed-not-you = Was u dit zelf, dan hoeft u niets te doen. Zo niet, kies dan meteen een nieuw wachtwoord en vraag { $tenant } om hulp.
mail-new-email-subject = { $tenant }: bevestig uw nieuwe e-mailadres
mail-new-email-preheader = Tot die tijd blijft het oude adres gelden.
mail-new-email-why = Dit wordt het nieuwe e-mailadres van uw account bij { $tenant }. Tot u het bevestigt, blijft het oude adres gelden.
mail-moved-subject = { $tenant }: u logt nu anders in
mail-moved-title = U logt nu anders in
mail-moved-why = U logt voortaan bij { $tenant } in met { $provider }. Uw wachtwoord voor { $tenant } geldt niet meer, en uw apparaten zijn uitgelogd.
mail-moved-why-unnamed = U logt voortaan bij { $tenant } in met uw account bij een andere provider. Uw wachtwoord voor { $tenant } geldt niet meer, en uw apparaten zijn uitgelogd.
mail-email-changed-subject = { $tenant }: uw e-mailadres is gewijzigd
mail-email-changed-preheader = Was u dit niet, vraag dan meteen om hulp.
mail-email-changed-title = Uw e-mailadres is gewijzigd
mail-email-changed-why = Uw account bij { $tenant } heeft nu het e-mailadres { $address }. Daarmee logt u voortaan in.
mail-email-changed-why-unnamed = Uw account bij { $tenant } heeft nu een ander e-mailadres. Daarmee logt u voortaan in.
mail-ask-for-help = Was u dit niet? Vraag { $tenant } meteen om hulp.
mail-deleted-subject = { $tenant }: uw account is verwijderd
mail-deleted-preheader = Ook alles wat ervan bewaard was, is verwijderd.
mail-deleted-title = Uw account is verwijderd
mail-deleted-why = Uw account bij { $tenant } is verwijderd, met alles wat ervan bewaard was. U kunt er niet meer mee inloggen.


### Your account

account-title = Uw account
account-who = U bent ingelogd als { $name }, { $address }.
account-who-unnamed = U bent ingelogd als { $address }.
account-password = Wachtwoord wijzigen
account-password-what = Kies een nieuw wachtwoord. Uw andere apparaten worden dan uitgelogd.
account-email = E-mailadres wijzigen
account-email-what = Het adres waarmee u inlogt.
account-sessions = Waar u bent ingelogd
account-sessions-what = Bekijk uw apparaten en log ze uit.
account-consents = Waarmee u akkoord bent gegaan
account-consents-what = Lees het nog eens of trek het in.
account-export = Uw gegevens downloaden
account-export-what = Alles wat we van uw account bewaren, in één bestand.
account-delete = Account verwijderen
account-delete-what = Voorgoed, met alles wat we ervan bewaren.
account-sign-out = Uitloggen
account-sign-out-what = Op dit apparaat.
account-password-changed = Uw wachtwoord is gewijzigd en uw andere apparaten zijn uitgelogd.
account-email-changed = Uw e-mailadres is gewijzigd. U logt voortaan in met het nieuwe.
account-session-ended = Daar bent u uitgelogd. Hier blijft u ingelogd.
account-consent-withdrawn = Ingetrokken. U gaat er niet meer mee akkoord.
account-back = Terug naar uw account
account-button = Naar uw account


### Your account: another password

account-pincode = Pincode wijzigen
change-password-body = Hier blijft u ingelogd. Uw andere apparaten worden uitgelogd.
current-password-label = Huidig wachtwoord
current-pincode-label = Huidige pincode
current-password-show-long = Huidig wachtwoord tonen
current-password-hide-long = Huidig wachtwoord verbergen
new-password-label = Nieuw wachtwoord
new-pincode-label = Nieuwe pincode
change-password-button = Wachtwoord wijzigen
change-pincode-button = Pincode wijzigen
error-current-missing = Vul uw huidige wachtwoord in.
error-current-pincode-missing = Vul uw huidige pincode in.
error-current-wrong = Dit is niet uw huidige wachtwoord. Controleer het en vul het opnieuw in.
error-current-pincode-wrong = Dit is niet uw huidige pincode. Controleer hem en vul hem opnieuw in.


### Your account: a new e-mail address

change-email-body = We sturen een e-mail naar het nieuwe adres. Tot u het daar bevestigt, blijft het oude gelden.
change-email-now = E-mailadres nu: { $address }
new-email-label = Nieuw e-mailadres
change-email-button = E-mailadres wijzigen
new-email-title = Bevestig uw nieuwe e-mailadres
new-email-body = We gebruiken voortaan { $address } voor uw account bij { $tenant }.
email-link-expired-body = Uw oude adres blijft voorlopig gelden. Log in op uw account en vraag een nieuwe link aan.
email-link-used-body = Was u dat zelf, dan hoeft u niets meer te doen. Zo niet, vraag { $tenant } om hulp.
email-link-unknown-body = Misschien is hij niet volledig, of is er een nieuwere. Open hem opnieuw vanuit de nieuwste e-mail, of log in op uw account en vraag een nieuwe aan.


### Your account: devices

sessions-body = Herkent u een apparaat niet? Log het uit en wijzig uw wachtwoord.
sessions-alone = U bent op dit apparaat ingelogd en op geen ander.
session-unknown = Onbekend apparaat
session-started = Ingelogd: { $moment }
session-seen = Laatst gebruikt: { $moment }
session-place = Netwerk: { $place }
session-this-one = Dit is het apparaat dat u nu gebruikt.
session-end-button = Uitloggen
session-end-all-button = Overal elders uitloggen


### Your account: agreements

consents-body = U kunt alles nog eens lezen en intrekken wat uw account niet nodig heeft.
consents-none = Er is niets waarmee u akkoord bent gegaan.
consent-accepted = Versie { $version }, akkoord op { $moment }
consent-withdraw-button = Intrekken
consent-needed = Nodig voor uw account. Verwijder het account om dit te beëindigen.


### Your account: its end

delete-body = We verwijderen uw account bij { $tenant } en alles wat we ervan bewaren. Dit is definitief: niemand kan het terughalen.
delete-button = Account verwijderen
account-sign-in-again = U hebt hier geen wachtwoord. Log nog een keer in, zodat niemand anders dit doet; daarna komt u terug op deze pagina.
deleted-title = Uw account is verwijderd
deleted-body = Ook alles wat { $tenant } ervan bewaarde, is verwijderd. U kunt deze pagina sluiten.


### An account of one of the tenant's kinds, address first

# Under the heading "Create your account". $tenant: the company’s name.
signup-body = Begin met uw e-mailadres. We sturen u een link naar de rest van het formulier voor uw account bij { $tenant }.
# Above the kinds of account that can be chosen.
kind-legend = Waarvoor is het account?
# A kind of account.
kind-personal = Particulier
# Whom it is for.
kind-personal-hint = Voor u en uw huishouden.
# A kind of account.
kind-business = Zakelijk
# Whom it is for.
kind-business-hint = Voor een bedrijf of een andere organisatie.
# No kind was chosen.
error-kind = Kies waarvoor het account is.
# Button that sends the mail with the link to the form.
signup-button = Stuur mij de link
# After the button. $address: in full, as it was typed.
check-mail-signup = We hebben een e-mail gestuurd naar { $address }. Open die om verder te gaan.
# Above the form behind the link, under the heading "Your e-mail address is confirmed". $tenant: the company’s name.
signup-form-body = Vul de rest in en kies een wachtwoord om uw account bij { $tenant } te openen.
# The name of the place that comes with a private account.
location-home = Thuis
# The same of a business account.
location-place = Locatie
# Subject of the mail with the link to the form. $tenant: the company’s name.
mail-signup-subject = { $tenant }: maak uw account aan
# Shown after the subject in a list of mails; completes it. "mail-link-until-text" follows it.
mail-signup-preheader = Open deze e-mail om verder te gaan.
# Why the mail comes. $tenant: the company’s name.
mail-signup-why = Iemand, waarschijnlijk u, wil met dit e-mailadres een account bij { $tenant } aanmaken. Ga verder naar het formulier om het aan te maken.
# The button.
mail-signup-button = Verder naar het formulier
# Above the link in the text part.
mail-signup-link-text = Open deze link om verder te gaan naar het formulier:
# A kind of account.
kind-partner = Partner
# Whom it is for.
kind-partner-hint = Voor wederverkopers en installateurs.
# A kind of account.
kind-recipient = Gegevensontvanger
# Whom it is for.
kind-recipient-hint = Voor wie gegevens ontvangt die klanten delen.
# Heading: no account of this kind is opened now, though a link leads here.
accounts-closed-title = Dit account kan op dit moment niet worden geopend
# Under that heading. $tenant: the company's name.
accounts-closed-body = { $tenant } neemt nu geen nieuwe accounts van deze soort aan. Hebt u er een nodig, vraag het dan aan { $tenant }.


### Accounts that wait for a decision

# Heading of the page after the form, of the page for a person who signs in too early, and of the mail that says the same.
awaiting-title = Uw account wacht op goedkeuring
# Under that heading. $tenant: the company's name.
awaiting-body = { $tenant } bekijkt nieuwe accounts voordat ze gebruikt kunnen worden. We sturen u een e-mail zodra er is beslist.
# Subject of the mail to the person. $tenant: the company's name.
mail-awaiting-subject = { $tenant }: uw account wacht op goedkeuring
# Shown after the subject in a list of mails; completes it.
mail-awaiting-preheader = We sturen u een e-mail zodra er is beslist.
# What the mail says. $tenant: the company's name.
mail-awaiting-why = U hebt een account bij { $tenant } aangemaakt. Het wordt bekeken voordat u kunt inloggen; we sturen u een e-mail zodra er is beslist.
# Subject of the mail to those who decide. $tenant: the company's name.
mail-approve-subject = { $tenant }: een account wacht op uw goedkeuring
# Shown after the subject in a list of mails; completes it.
mail-approve-preheader = U beslist of het gebruikt kan worden.
# Heading of that mail.
mail-approve-title = Een account wacht op uw goedkeuring
# Who it is. $person: name, company and address, $tenant: the company's name, $kind: the kind of account, as in "kind-business".
mail-approve-why = { $person } heeft een account bij { $tenant } aangemaakt ({ $kind }). Het kan pas gebruikt worden als u het goedkeurt.
# Below it, where the company does not use our pages for deciding.
mail-approve-elsewhere = U beslist in uw backoffice.
# Button below it, to the page where accounts are decided about.
mail-approve-button = Beslissen
# Above the link in the text part.
mail-approve-link-text = Open deze pagina om te beslissen:
# Subject of the mail to a person whose account was approved. $tenant: the company's name.
mail-approved-subject = { $tenant }: uw account is goedgekeurd
# Shown after the subject in a list of mails; completes it.
mail-approved-preheader = U kunt nu inloggen.
# Heading of that mail.
mail-approved-title = Uw account is goedgekeurd
# What it says; a button to sign in follows. $tenant: the company's name.
mail-approved-why = Uw account bij { $tenant } is goedgekeurd. U kunt nu inloggen.
# Subject of the mail to a person whose account was refused. $tenant: the company's name.
mail-refused-subject = { $tenant }: uw account is niet goedgekeurd
# Shown after the subject in a list of mails; completes it.
mail-refused-preheader = U kunt er niet mee inloggen.
# Heading of that mail.
mail-refused-title = Uw account is niet goedgekeurd
# What it says. $tenant: the company's name.
mail-refused-why = { $tenant } heeft uw account niet goedgekeurd. U kunt er niet mee inloggen.
# Below that an account was approved or refused, where the company gave a reason. $reason: in the company's own words.
mail-refused-reason = De reden: { $reason }


### Vouchers of a campaign

# The code is right, and over, taken back, used up or not valid yet. $tenant: the company's name.
error-voucher-over = Deze vouchercode is niet meer geldig, of nog niet. Vraag { $tenant } om een andere.
error-voucher-not-now = We kunnen deze code op dit moment niet controleren. Probeer het over enkele minuten opnieuw.


### People who sign in with an identity provider

sign-in-or = of
sso-button = Doorgaan met { $provider }
sso-again-title = Log opnieuw in
sso-again-body = Het inloggen duurde te lang of is in een andere browser begonnen. Er is niets veranderd.
sso-cancelled-title = U bent niet ingelogd
sso-cancelled-body = { $provider } heeft niet bevestigd wie u bent. U kunt het opnieuw proberen of op een andere manier inloggen.
sso-refused-title = { $provider } heeft niet laten zien wie u bent
sso-refused-body = Er is niets veranderd. Log opnieuw in en vraag { $tenant } om hulp als het weer gebeurt.
sso-old-title = { $provider } heeft niet bevestigd dat u zojuist hebt ingelogd
sso-old-body = Er is niets veranderd. Wat u wilde doen, vraagt om opnieuw inloggen. Probeer het nog eens en vraag { $tenant } om hulp als het weer gebeurt.
sso-trouble-title = { $provider } antwoordt niet
sso-trouble-body = Het ligt niet aan u en er is niets veranderd. Probeer het over een paar minuten opnieuw.
sso-unknown-title = { $tenant } kent u nog niet
sso-unknown-body = { $provider } heeft bevestigd wie u bent, maar er is geen account voor u. Vraag { $tenant } om u toe te voegen. Als u hier een wachtwoord hebt, kunt u beide koppelen.
sso-have-password = Ik heb een wachtwoord
sso-taken-title = Dit kan niet worden gekoppeld
sso-taken-body = Uw account, of wie u bent bij { $provider }, is anders gekoppeld. Vraag { $tenant } om hulp.
sso-invited-title = Open uw uitnodiging
sso-invited-body = { $tenant } heeft u een e-mail gestuurd. Volg eerst de link daarin. Kunt u hem niet vinden, vraag { $tenant } dan om hem opnieuw te sturen.
sso-form-body = { $provider } heeft bevestigd wie u bent. Vul de rest in om uw account bij { $tenant } te openen.
sso-connect-title = Koppel uw account
sso-connect-body = Log nog één keer in met uw wachtwoord voor { $tenant }. Daarna logt u in met { $provider } en vervalt uw wachtwoord.
sso-connect-body-pincode = Log nog één keer in met uw pincode voor { $tenant }. Daarna logt u in met { $provider } en vervalt uw pincode.
sso-connect-account = Uw account bij { $provider }: { $account }
sso-connect-button = Koppelen
sso-address-body = { $provider } zegt niet dat dit adres van u is. We sturen u een link; open die in deze browser.
account-suspended-title = Uw account is geschorst
account-suspended-body = { $tenant } heeft uw account voorlopig buiten gebruik gesteld. Vraag { $tenant } om hulp.
