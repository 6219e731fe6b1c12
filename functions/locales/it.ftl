# Usher's words in Italian. What each message is for stands in en.ftl.
#
# «Lei», with the polite imperative; simple words, short sentences, no blame.


### Durations and dates

duration-seconds = { $count ->
    [one] { $count } secondo
   *[other] { $count } secondi
}
duration-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minuti
}
duration-hours = { $count ->
    [one] { $count } ora
   *[other] { $count } ore
}
duration-days = { $count ->
    [one] { $count } giorno
   *[other] { $count } giorni
}
duration-joined = { $larger } e { $smaller }
moment = { $day } { $month ->
    [1] gennaio
    [2] febbraio
    [3] marzo
    [4] aprile
    [5] maggio
    [6] giugno
    [7] luglio
    [8] agosto
    [9] settembre
    [10] ottobre
    [11] novembre
   *[12] dicembre
} { $year }, ore { $time } UTC


### Around every page

page-title = { $title } – { $tenant }
page-title-error = Errore: { $title }
errors-title = Controlli quanto segue
help-link = Assistenza di { $tenant }
footer-legal = Informazioni legali
footer-language = Lingua
notice-success = Operazione riuscita
notice-information = Informazione
notice-warning = Attenzione
notice-error = Errore


### Confirm an e-mail address

confirm-title = Confermi il Suo indirizzo e-mail
confirm-body = Confermeremo { $address } per { $tenant }.
confirm-button = Conferma l’indirizzo e-mail
confirm-not-you = Non l’ha chiesto Lei? Chiuda questa pagina: non succederà nulla.


### Links that do not work, and new ones

link-expired-title = Questo link è scaduto
link-expired-body = I link funzionano per { $duration }. Possiamo inviarne uno nuovo a { $address }.
link-used-title = Questo link è già stato usato
link-used-body = Se è stato Lei a usarlo, può accedere. Altrimenti chieda aiuto a { $tenant }.
link-used-unfinished = Non ha ancora impostato una password. Possiamo inviare un nuovo link a { $address }.
link-unknown-title = Non riconosciamo questo link
link-unknown-body = Forse è incompleto. Lo apra di nuovo dall’e-mail oppure digiti il codice che trova nell’e-mail.
send-link-button = Inviami un nuovo link
sign-in-button = Accedi
link-sent-title = Controlli la Sua posta
link-sent-body = Abbiamo inviato una nuova e-mail a { $address }, se l’indirizzo è ancora da confermare.
link-sent-body-unnamed = Le abbiamo inviato una nuova e-mail, se il Suo indirizzo è ancora da confermare.
link-sent-wait = Può richiedere qualche minuto. Se non vede nulla, guardi nella cartella della posta indesiderata.
code-title = Digiti il codice ricevuto per e-mail
email-label = Indirizzo e-mail
code-label = Codice
code-hint = Le sei cifre ricevute per e-mail, ad esempio 123 456.


### Set a password

confirmed-title = Il Suo indirizzo e-mail è confermato
password-title = Scelga una password
password-body = Ora scelga una password per { $tenant }.
password-body-pincode = Ora scelga un PIN di 6 cifre per { $tenant }.
pincode-title = Scelga un PIN
password-for = Account: { $address }
password-label = Password
pincode-label = PIN
password-show = Mostra
password-hide = Nascondi
password-show-long = Mostra la password
password-hide-long = Nascondi la password
rule-pincode = Scelga 6 cifre difficili da indovinare.
rule-pincode-digits = Solo cifre
rule-pincode-length = Esattamente 6 cifre
rule-classic = Usi da 6 a 16 lettere, cifre e segni.
rule-classic-length = Da 6 a 16 caratteri
rule-classic-characters = Solo A–Z, a–z, 0–9 e { $signs }
rule-modern = Usi almeno { $count } caratteri; vanno bene alcune parole di seguito.
rule-modern-length = Almeno { $count } caratteri
rule-modern-common = Non una password che usano in molti
rule-met = rispettata
rule-progress = { $met } su { $total } rispettate
voucher-label = Codice di attivazione
voucher-label-optional = Codice di attivazione (facoltativo)
voucher-hint = Il codice che ha ricevuto da { $tenant }, ad esempio in una lettera.
password-button = Imposta la password
pincode-button = Imposta il PIN


### Activate an account

activate-title = Attivi il Suo account
activate-body = { $tenant } Le ha inviato un invito. Per prima cosa confermeremo { $address }.
activate-own-body = Attivi il Suo account presso { $tenant } per { $address }.
activate-button = Attiva l’account
activate-form-body = Completi ciò che manca e scelga una password per { $tenant }.
activate-again-body = La registrazione è avvenuta in un altro browser: scelga di nuovo la Sua password per { $tenant }.
field-optional = { $label } (facoltativo)
choice-none = Scelga una voce
field-firstName = Nome
field-lastName = Cognome
field-companyName = Azienda
field-mobileNumber = Numero di cellulare
field-twoStepMobile = Numero di cellulare per l’accesso
field-address = Via e numero civico
field-locality = Città
field-region = Regione
field-postalCode = Codice postale
error-value-missing = Compili questo campo: { $label }
error-value-long = Usi al massimo { $count } caratteri per: { $label }
error-value-phone = Inserisca un numero di telefono con il prefisso del Paese, ad esempio +39 06 1234 5678.
error-value-email = Inserisca un indirizzo e-mail, ad esempio nome@example.com.
error-value-date = Inserisca una data che esiste.
error-value-other = Controlli ciò che ha inserito: { $label }


### Mistakes in a form

error-password-missing = Inserisca una password.
error-pincode-missing = Inserisca un PIN.
error-pincode-rule = Inserisca un PIN di esattamente 6 cifre.
error-pincode-common = Scelga un PIN più difficile da indovinare. Questo è tra i primi che si provano.
error-classic-rule = Inserisca una password da 6 a 16 caratteri, usando solo A–Z, a–z, 0–9 e { $signs }
error-modern-rule = Inserisca una password di almeno { $count } caratteri.
error-password-common = Scelga una password più difficile da indovinare. Questa è tra le prime che si provano.
error-voucher-missing = Inserisca il Suo codice di attivazione.
error-voucher-wrong = Questo codice di attivazione non corrisponde. Lo confronti con la lettera o l’e-mail che ha ricevuto.
error-email = Inserisca il Suo indirizzo e-mail, ad esempio nome@example.com.
error-email-malformed = L’indirizzo e-mail non è scritto nel modo giusto. Lo scriva così: nome@example.com
error-email-refused = Non può aprire un account con questo indirizzo e-mail. Ne usi un altro.
error-code-missing = Inserisca le sei cifre ricevute per e-mail.
error-code-wrong = Questo codice non funziona. Lo controlli oppure usi l’e-mail più recente che Le abbiamo inviato.


### Finished

done-title = È tutto pronto
done-body = Ora può accedere a { $tenant }.
done-confirmed-body = Può chiudere questa pagina e continuare nell’app di { $tenant }.
done-button = Vai a { $tenant }


### Problems

too-often-title = Attenda un momento
too-often-body = Potrà chiedere un’altra e-mail tra { $duration }.
too-often-try-body = Potrà riprovare tra { $duration }.
not-found-title = Non troviamo questa pagina
not-found-body = Se ha digitato l’indirizzo, lo controlli. Se lo ha copiato, controlli che sia completo.
page-expired-title = Questa pagina è scaduta
page-expired-body = È rimasta aperta a lungo e l’abbiamo chiusa per la Sua sicurezza. Apra di nuovo il link nell’e-mail.
already-registered-title = Ha già un account
already-registered-body = Il Suo account presso { $tenant } è pronto. Può accedere.
our-side-title = Qualcosa non ha funzionato da parte nostra
our-side-body = Non dipende da Lei. Riprovi tra qualche minuto.
try-again-button = Riprova
not-understood-title = Non ha funzionato
not-understood-body = Non siamo riusciti a capire ciò che è stato inviato. Torni indietro, controlli ciò che ha inserito e riprovi.
request-id = Se chiede aiuto, indichi questo riferimento: { $id }


### Sign in

sign-in-title = Accedi
sign-in-body = Acceda a { $tenant }.
sign-in-activated = Il Suo account è attivo. Ora può accedere.
sign-in-changed = La Sua password è stata cambiata. Acceda con quella nuova.
sign-in-changed-pincode = Il Suo PIN è stato cambiato. Acceda con quello nuovo.
sign-in-again = Per continuare, acceda di nuovo.
forgot-password = Ha dimenticato la password?
forgot-pincode = Ha dimenticato il PIN?
register-link = Crea un account
sign-in-back = Torna all’accesso
error-sign-in-password = Inserisca la Sua password.
error-sign-in-pincode = Inserisca il Suo PIN.
error-sign-in-match = L’indirizzo o la password non corrisponde. Controlli entrambi oppure scelga una nuova password.
error-sign-in-match-pincode = L’indirizzo o il PIN non corrisponde. Controlli entrambi oppure scelga un nuovo PIN.


### Create an account

register-title = Crei il Suo account
register-body = Compili il modulo per aprire un account presso { $tenant }.
register-button = Crea l’account
have-account-link = Ho già un account
password-again-label = Password, di nuovo
pincode-again-label = PIN, di nuovo
error-email-format = L’indirizzo e-mail non è scritto nel modo giusto. Lo scriva così: nome@example.com
error-email-not-allowed = Non può registrarsi con questo indirizzo e-mail. Ne usi un altro.
error-passwords-differ = Le password non corrispondono. Digiti la stessa password in entrambi i campi.
error-pincodes-differ = I PIN non corrispondono. Digiti lo stesso PIN in entrambi i campi.


### Choose a new password

recover-body = Ci indichi il Suo indirizzo e-mail. Le invieremo un link per scegliere una nuova password.
recover-body-pincode = Ci indichi il Suo indirizzo e-mail. Le invieremo un link per scegliere un nuovo PIN.
recover-button = Inviami un link
new-password-title = Scelga una nuova password
new-pincode-title = Scelga un nuovo PIN
new-password-body = Sostituirà la password che ha ora presso { $tenant }.
new-pincode-body = Sostituirà il PIN che ha ora presso { $tenant }.
new-password-button = Imposta la nuova password
new-pincode-button = Imposta il nuovo PIN
new-password-elsewhere = Dopo di che chiuderemo l’accesso su tutti gli altri Suoi dispositivi.
recovery-expired-body = Un link come questo funziona solo per poco tempo. Possiamo inviargliene uno nuovo.
recovery-used-body = Se è stato Lei a usarlo, può accedere. Altrimenti scelga di nuovo con un nuovo link.
recovery-unknown-body = Forse è incompleto. Lo apra di nuovo dall’e-mail oppure ne chieda uno nuovo.


### Check your mail

check-mail-register = Abbiamo inviato un’e-mail a { $address }. La apra per attivare il Suo account.
check-mail-recover = Se { $address } ha un account presso { $tenant }, abbiamo inviato un’e-mail con un link per scegliere una nuova password.
check-mail-recover-pincode = Se { $address } ha un account presso { $tenant }, abbiamo inviato un’e-mail con un link per scegliere un nuovo PIN.
check-mail-change = Abbiamo inviato un’e-mail a { $address }. Il Suo indirizzo cambierà non appena lo conferma lì.
check-mail-works = Il link funziona per { $duration }.
check-mail-wrong = L’indirizzo è sbagliato? Torni indietro e lo corregga.


### Go on to an app

continue-title = Continui su { $app }
continue-account = Ha effettuato l’accesso come { $address }.
continue-other = Usa un altro account
continue-gets = Che cosa riceve { $app }
scope-identity = Il numero del Suo account, per riconoscerLa
scope-profile = Il Suo nome e il resto del Suo profilo
scope-email = Il Suo indirizzo e-mail
scope-phone = Il Suo numero di telefono
scope-stay = Il permesso di mantenere aperto l’accesso
continue-changed = Abbiamo modificato ciò che accetta. Lo legga e lo accetti per continuare.
continue-button = Continua
cancel-button = Annulla
continue-cancel = Se annulla, torna a { $app } senza accedere. Il Suo account resta com’è.
details-title = Controlli i Suoi dati
details-body = { $tenant } ha aperto questo account per Lei. Corregga ciò che è sbagliato, completi ciò che manca e confermi.
details-button = Conferma
form-post-title = Un momento…
form-post-body = Sta tornando all’app. Se non succede nulla, prema il pulsante.


### Sign out

sign-out-title = Uscire?
sign-out-body = Ha effettuato l’accesso a { $tenant } come { $address }.
sign-out-body-unnamed = Ha effettuato l’accesso a { $tenant }.
sign-out-button = Esci
signed-out-title = L’accesso è stato chiuso
signed-out-body = Può chiudere questa pagina.
signed-out-button = Torna a { $tenant }


### Problems on the way to an app

app-mistake-title = Questo link non funziona
app-mistake-body = L’app da cui è arrivato questo link ha fatto un errore. Torni all’app e riprovi. Se succede di nuovo, lo segnali a chi ha creato l’app.
sign-in-expired-body = È rimasta aperta a lungo e l’abbiamo chiusa per la Sua sicurezza. Torni all’app e ricominci.
sorry-title = Ci dispiace
unknown-client-body = Al momento non possiamo elaborare la Sua richiesta. Riprovi più tardi.
back-to-app-button = Torna all’app


### Mail: confirm an e-mail address

mail-confirm-subject = { $tenant }: confermi il Suo indirizzo e-mail
mail-confirm-preheader = Un clic, oppure digiti il codice { $code }. Entrambi funzionano fino al { $moment }.
mail-hello = Buongiorno { $name },
mail-hello-unnamed = Buongiorno,
mail-confirm-why = { $tenant } sta aprendo un account per Lei e desidera sapere se questo indirizzo e-mail è Suo.
mail-confirm-code = Oppure digiti questo codice dove Le viene chiesto:
mail-confirm-until = Il pulsante e il codice funzionano fino al { $moment }.
mail-confirm-until-text = Il link e il codice funzionano fino al { $moment }.
mail-not-you = Non l’ha chiesto Lei? Può ignorare questa e-mail: non succederà nulla.
mail-link-as-text = Se il pulsante non funziona, copi questo link nel Suo browser:
mail-confirm-link-text = Per confermare il Suo indirizzo e-mail, apra questo link e prema il pulsante:
mail-help = Assistenza di { $tenant }: { $contact }
mail-invite-subject = { $tenant }: attivi il Suo account
mail-invite-why = { $tenant } ha aperto un account per Lei. Lo attivi per scegliere la Sua password.
mail-register-why = Ha creato un account presso { $tenant }. Lo attivi per continuare.
mail-invite-link-text = Per attivare il Suo account, apra questo link e prema il pulsante:


### Agreements

agreements-title = Che cosa accetta
agreement-accept = Accetto: { $title }
agreement-accept-optional = Sono d’accordo: { $title } (facoltativo)
agreement-read = Leggi: { $title }
opens-in-new-tab = (si apre in una nuova scheda)
legal-version = Versione { $version }, in vigore dal { $moment }
error-agreement-missing = Per continuare, accetti: { $title }
error-agreement-changed = C’è una nuova versione. La legga e la accetti: { $title }


### Text messages

confirm-number-title = Confermi il Suo numero di telefono
confirm-number-body = { $tenant } Le ha mandato un invito. Per prima cosa confermiamo { $number }.
confirm-number-button = Conferma il numero di telefono
number-confirmed-title = Il Suo numero di telefono è confermato
link-texted-title = Controlli i Suoi messaggi
link-texted-body = Abbiamo mandato un nuovo messaggio a { $number }, se è ancora da confermare.
link-texted-wait = Può richiedere qualche minuto.
sms-invite = { $tenant } ha aperto un account per Lei. Per attivarlo:
sms-code = O usi questo codice:
sms-until = Valgono entrambi fino al { $moment }.


### Invitations that were withdrawn

link-withdrawn-title = Questo invito è stato ritirato
link-withdrawn-body = Non è più valido. Se pensa che sia un errore, chieda aiuto a { $tenant }.


### Reminders

mail-remind-subject = { $tenant }: il Suo account La aspetta ancora
mail-remind-why = Un promemoria da { $tenant }: abbiamo aperto un account per Lei e non lo ha ancora attivato.


### Mail: about an account that there is

mail-exists-subject = { $tenant }: ha già un account
mail-exists-preheader = Qualcuno ha provato a registrarsi con questo indirizzo. Non è cambiato nulla.
mail-exists-why = Qualcuno, probabilmente Lei, ha provato a registrarsi presso { $tenant } con questo indirizzo e-mail. Esiste già un account con questo indirizzo e non è cambiato nulla.
mail-exists-link-text = Per accedere, apra questo link:
mail-exists-forgotten = Ha dimenticato la password? Può sceglierne una nuova nella pagina di accesso.
mail-exists-not-you = Non è stato Lei? Allora può ignorare questa e-mail.
mail-elsewhere-preheader = Accede senza password.
mail-elsewhere-why = Qualcuno, probabilmente Lei, ha provato a registrarsi presso { $tenant } con questo indirizzo e-mail o a sceglierne una nuova password. Esiste già un account. Non ha una password: accede con { $provider }.
mail-recover-subject = { $tenant }: scelga una nuova password
mail-recover-preheader = Apra questa e-mail per sceglierla.
mail-recover-why = Ci è stata chiesta una nuova password per il Suo account presso { $tenant }.
mail-recover-button = Scegli una nuova password
mail-recover-link-text = Per scegliere una nuova password, apra questo link:
mail-link-until = Il pulsante funziona fino al { $moment }.
mail-link-until-text = Il link funziona fino al { $moment }.
mail-recover-not-you = Non l’ha chiesto Lei? Può ignorare questa e-mail: la Sua password resta com’è.
mail-changed-subject = { $tenant }: la Sua password è stata cambiata
mail-changed-preheader = Se non è stato Lei, scelga subito una nuova password.
mail-changed-title = La Sua password è stata cambiata
mail-changed-why = La password del Suo account presso { $tenant } è stata appena cambiata. Gli altri Suoi dispositivi sono stati disconnessi.
mail-changed-not-you = Se è stato Lei, non deve fare nulla. Altrimenti scelga subito una nuova password e chieda aiuto a { $tenant }.
mail-new-email-subject = { $tenant }: confermi il Suo nuovo indirizzo e-mail
mail-new-email-preheader = Fino ad allora resta valido il vecchio indirizzo.
mail-new-email-why = Questo sarà il nuovo indirizzo e-mail del Suo account presso { $tenant }. Finché non lo conferma, resta valido il vecchio indirizzo.
mail-moved-subject = { $tenant }: ora accede in un altro modo
mail-moved-title = Ora accede in un altro modo
mail-moved-why = D'ora in poi accede a { $tenant } con { $provider }. La password per { $tenant } non è più valida e i Suoi dispositivi sono stati disconnessi.
mail-moved-why-unnamed = D'ora in poi accede a { $tenant } con il Suo account presso un altro provider. La password per { $tenant } non è più valida e i Suoi dispositivi sono stati disconnessi.
mail-email-changed-subject = { $tenant }: il Suo indirizzo e-mail è stato cambiato
mail-email-changed-preheader = Se non è stato Lei, chieda subito aiuto.
mail-email-changed-title = Il Suo indirizzo e-mail è stato cambiato
mail-email-changed-why = Il Suo account presso { $tenant } ha ora l’indirizzo e-mail { $address }. D’ora in poi acceda con questo.
mail-email-changed-why-unnamed = Il Suo account presso { $tenant } ha ora un altro indirizzo e-mail. D’ora in poi acceda con quello.
mail-ask-for-help = Non è stato Lei? Chieda subito aiuto a { $tenant }.
mail-deleted-subject = { $tenant }: il Suo account è stato eliminato
mail-deleted-preheader = È stato eliminato anche tutto ciò che ne era conservato.
mail-deleted-title = Il Suo account è stato eliminato
mail-deleted-why = Il Suo account presso { $tenant } è stato eliminato, con tutto ciò che ne era conservato. Non può più usarlo per accedere.


### Your account

account-title = Il Suo account
account-who = È attivo l’account di { $name }, { $address }.
account-who-unnamed = È attivo l’account { $address }.
account-password = Cambia la password
account-password-what = Ne scelga una nuova. Gli altri Suoi dispositivi verranno disconnessi.
account-email = Cambia l’indirizzo e-mail
account-email-what = Quello con cui accede.
account-sessions = Dove ha effettuato l’accesso
account-sessions-what = Veda i Suoi dispositivi e li disconnetta.
account-consents = Che cosa ha accettato
account-consents-what = Lo rilegga o revochi il consenso.
account-export = Scarica i Suoi dati
account-export-what = Tutto ciò che conserviamo del Suo account, in un solo file.
account-delete = Elimina l’account
account-delete-what = Per sempre, con tutto ciò che ne conserviamo.
account-sign-out = Esci
account-sign-out-what = Da questo dispositivo.
account-password-changed = La Sua password è cambiata e gli altri Suoi dispositivi sono disconnessi.
account-email-changed = Il Suo indirizzo e-mail è cambiato. D’ora in poi acceda con quello nuovo.
account-session-ended = Lì l’accesso è terminato. Qui il Suo account resta attivo.
account-consent-withdrawn = Revocato. Il Suo consenso non vale più.
account-back = Torna al Suo account
account-button = Vai al Suo account


### Your account: another password

account-pincode = Cambia il PIN
change-password-body = Qui il Suo account resta attivo. Gli altri Suoi dispositivi verranno disconnessi.
current-password-label = Password attuale
current-pincode-label = PIN attuale
current-password-show-long = Mostra la password attuale
current-password-hide-long = Nascondi la password attuale
new-password-label = Nuova password
new-pincode-label = Nuovo PIN
change-password-button = Cambia la password
change-pincode-button = Cambia il PIN
error-current-missing = Inserisca la Sua password attuale.
error-current-pincode-missing = Inserisca il Suo PIN attuale.
error-current-wrong = Questa non è la Sua password attuale. La controlli e la inserisca di nuovo.
error-current-pincode-wrong = Questo non è il Suo PIN attuale. Lo controlli e lo inserisca di nuovo.


### Your account: a new e-mail address

change-email-body = Invieremo un’e-mail al nuovo indirizzo. Finché non lo conferma, resta valido quello vecchio.
change-email-now = Indirizzo e-mail attuale: { $address }
new-email-label = Nuovo indirizzo e-mail
change-email-button = Cambia l’indirizzo e-mail
new-email-title = Confermi il Suo nuovo indirizzo e-mail
new-email-body = D’ora in poi useremo { $address } per il Suo account presso { $tenant }.
email-link-expired-body = Per ora resta valido il vecchio indirizzo. Acceda al Suo account e chieda un nuovo link.
email-link-used-body = Se è stato Lei a usarlo, non resta nulla da fare. Altrimenti chieda aiuto a { $tenant }.
email-link-unknown-body = Forse è incompleto, oppure ce n’è uno più recente. Lo apra di nuovo dall’e-mail più recente, oppure acceda al Suo account e ne chieda uno nuovo.


### Your account: devices

sessions-body = Non riconosce un dispositivo? Lo disconnetta e cambi la password.
sessions-alone = Ha effettuato l’accesso su questo dispositivo e su nessun altro.
session-unknown = Dispositivo sconosciuto
session-started = Accesso: { $moment }
session-seen = Ultimo uso: { $moment }
session-place = Rete: { $place }
session-this-one = È il dispositivo che sta usando ora.
session-end-button = Disconnetti
session-end-all-button = Disconnetti ovunque tranne qui


### Your account: agreements

consents-body = Può rileggere tutto e revocare ciò di cui il Suo account può fare a meno.
consents-none = Non c’è nulla che Lei abbia accettato.
consent-accepted = Versione { $version }, accettata il { $moment }
consent-withdraw-button = Revoca
consent-needed = Necessario per il Suo account. Per porvi fine, elimini l’account.


### Your account: its end

delete-body = Elimineremo il Suo account presso { $tenant } e tutto ciò che ne conserviamo. È definitivo: nessuno potrà ripristinarlo.
delete-button = Elimina l’account
account-sign-in-again = Qui non ha una password. Affinché nessun altro lo faccia, acceda ancora una volta; poi tornerà a questa pagina.
deleted-title = Il Suo account è eliminato
deleted-body = È eliminato anche tutto ciò che { $tenant } ne conservava. Può chiudere questa pagina.


### An account of one of the tenant's kinds, address first

# Under the heading "Create your account". $tenant: the company’s name.
signup-body = Cominci dal Suo indirizzo e-mail. Le invieremo un link al resto del modulo per il Suo account presso { $tenant }.
# Above the kinds of account that can be chosen.
kind-legend = A cosa serve l’account?
# A kind of account.
kind-personal = Privato
# Whom it is for.
kind-personal-hint = Per Lei e la Sua famiglia.
# A kind of account.
kind-business = Aziendale
# Whom it is for.
kind-business-hint = Per un’azienda o un’altra organizzazione.
# No kind was chosen.
error-kind = Scelga a cosa serve l’account.
# Button that sends the mail with the link to the form.
signup-button = Inviami il link
# After the button. $address: in full, as it was typed.
check-mail-signup = Abbiamo inviato un’e-mail a { $address }. La apra per continuare.
# Above the form behind the link, under the heading "Your e-mail address is confirmed". $tenant: the company’s name.
signup-form-body = Completi il modulo e scelga una password per aprire il Suo account presso { $tenant }.
# The name of the place that comes with a private account.
location-home = Casa
# The same of a business account.
location-place = Sede
# Subject of the mail with the link to the form. $tenant: the company’s name.
mail-signup-subject = { $tenant }: crei il Suo account
# Shown after the subject in a list of mails; completes it. "mail-link-until-text" follows it.
mail-signup-preheader = Apra questa e-mail per continuare.
# Why the mail comes. $tenant: the company’s name.
mail-signup-why = Qualcuno, probabilmente Lei, vuole creare un account presso { $tenant } con questo indirizzo e-mail. Per crearlo, vada al modulo.
# The button.
mail-signup-button = Vai al modulo
# Above the link in the text part.
mail-signup-link-text = Per andare al modulo, apra questo link:
# A kind of account.
kind-partner = Partner
# Whom it is for.
kind-partner-hint = Per rivenditori e installatori.
# A kind of account.
kind-recipient = Destinatario di dati
# Whom it is for.
kind-recipient-hint = Per chi riceve dati condivisi dai clienti.
# Heading: no account of this kind is opened now, though a link leads here.
accounts-closed-title = Al momento non si può aprire questo account
# Under that heading. $tenant: the company's name.
accounts-closed-body = { $tenant } per ora non accetta nuovi account di questo tipo. Se Gliene serve uno, chieda a { $tenant }.


### Accounts that wait for a decision

# Heading of the page after the form, of the page for a person who signs in too early, and of the mail that says the same.
awaiting-title = Il Suo account attende l’approvazione
# Under that heading. $tenant: the company's name.
awaiting-body = { $tenant } esamina i nuovi account prima che si possano usare. Le scriveremo appena sarà deciso.
# Subject of the mail to the person. $tenant: the company's name.
mail-awaiting-subject = { $tenant }: il Suo account attende l’approvazione
# Shown after the subject in a list of mails; completes it.
mail-awaiting-preheader = Le scriveremo appena sarà deciso.
# What the mail says. $tenant: the company's name.
mail-awaiting-why = Ha creato un account presso { $tenant }. Viene esaminato prima che Lei possa accedere; Le scriveremo appena sarà deciso.
# Subject of the mail to those who decide. $tenant: the company's name.
mail-approve-subject = { $tenant }: un account attende la Sua approvazione
# Shown after the subject in a list of mails; completes it.
mail-approve-preheader = È Lei a decidere se si può usare.
# Heading of that mail.
mail-approve-title = Un account attende la Sua approvazione
# Who it is. $person: name, company and address, $tenant: the company's name, $kind: the kind of account, as in "kind-business".
mail-approve-why = { $person } ha creato un account presso { $tenant } ({ $kind }). Non si può usare finché Lei non lo approva.
# Below it, where the company does not use our pages for deciding.
mail-approve-elsewhere = Lei decide nel Suo back office.
# Button below it, to the page where accounts are decided about.
mail-approve-button = Decidere
# Above the link in the text part.
mail-approve-link-text = Per decidere, apra questa pagina:
# Subject of the mail to a person whose account was approved. $tenant: the company's name.
mail-approved-subject = { $tenant }: il Suo account è approvato
# Shown after the subject in a list of mails; completes it.
mail-approved-preheader = Ora può accedere.
# Heading of that mail.
mail-approved-title = Il Suo account è approvato
# What it says; a button to sign in follows. $tenant: the company's name.
mail-approved-why = Il Suo account presso { $tenant } è approvato. Ora può accedere.
# Subject of the mail to a person whose account was refused. $tenant: the company's name.
mail-refused-subject = { $tenant }: il Suo account non è stato approvato
# Shown after the subject in a list of mails; completes it.
mail-refused-preheader = Non permette di accedere.
# Heading of that mail.
mail-refused-title = Il Suo account non è stato approvato
# What it says. $tenant: the company's name.
mail-refused-why = { $tenant } non ha approvato il Suo account, quindi non permette di accedere.
# Below that an account was approved or refused, where the company gave a reason. $reason: in the company's own words.
mail-refused-reason = Il motivo: { $reason }


### Vouchers of a campaign

# The code is right, and over, taken back, used up or not valid yet. $tenant: the company's name.
error-voucher-over = Questo codice non è più valido, o non lo è ancora. Ne chieda un altro a { $tenant }.
error-voucher-not-now = Al momento non possiamo verificare questo codice. Riprovi tra qualche minuto.


### People who sign in with an identity provider

sign-in-or = oppure
sso-button = Continua con { $provider }
sso-again-title = Acceda di nuovo
sso-again-body = L'accesso ha richiesto troppo tempo o è iniziato in un altro browser. Non è cambiato nulla.
sso-cancelled-title = Non ha effettuato l'accesso
sso-cancelled-body = { $provider } non ha confermato chi è. Può riprovare o accedere in un altro modo.
sso-refused-title = { $provider } non ha mostrato chi è
sso-refused-body = Non è cambiato nulla. Acceda di nuovo e chieda aiuto a { $tenant } se succede ancora.
sso-old-title = { $provider } non ha confermato che ha appena effettuato l'accesso
sso-old-body = Non è cambiato nulla. Ciò che voleva fare richiede un nuovo accesso. Riprovi e chieda aiuto a { $tenant } se succede ancora.
sso-trouble-title = { $provider } non risponde
sso-trouble-body = Non è colpa Sua e non è cambiato nulla. Riprovi tra qualche minuto.
sso-unknown-title = { $tenant } non La conosce ancora
sso-unknown-body = { $provider } ha confermato chi è, ma non c'è un account per Lei. Chieda a { $tenant } di aggiungerLa. Se qui ha una password, può collegare i due.
sso-have-password = Ho una password
sso-taken-title = Non si può collegare
sso-taken-body = Il Suo account, o la Sua identità presso { $provider }, è collegato ad altro. Chieda aiuto a { $tenant }.
sso-invited-title = Apra il Suo invito
sso-invited-body = { $tenant } Le ha inviato un'e-mail. Segua prima il link che contiene. Se non la trova, chieda a { $tenant } di inviarla di nuovo.
sso-form-body = { $provider } ha confermato chi è. Compili il resto per aprire il Suo account con { $tenant }.
sso-connect-title = Colleghi il Suo account
sso-connect-body = Acceda ancora una volta con la Sua password per { $tenant }. Da allora accederà con { $provider } e la Sua password non varrà più.
sso-connect-body-pincode = Acceda ancora una volta con il Suo PIN per { $tenant }. Da allora accederà con { $provider } e il Suo PIN non varrà più.
sso-connect-account = Il Suo account presso { $provider }: { $account }
sso-connect-button = Collega
sso-address-body = { $provider } non dice che questo indirizzo è Suo. Le inviamo un link; lo apra in questo browser.
account-suspended-title = Il Suo account è sospeso
account-suspended-body = { $tenant } ha messo il Suo account fuori uso per il momento. Chieda aiuto a { $tenant }.
