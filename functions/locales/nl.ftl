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
activate-button = Account activeren
activate-form-body = Vul in wat nog ontbreekt en kies een wachtwoord voor { $tenant }.
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
