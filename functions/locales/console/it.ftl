# The console's words in Italian. What each message is for stands in en.ftl.
#
# «Lei», with the polite imperative; buttons in the familiar one, as in the pages; simple words, short sentences, no
# blame.


### Around every page

console-page-title = { $title } – Console di { $tenant }
console-name = Console
console-menu = Console
console-start = Panoramica
console-approvals = Approvazioni
console-people = Persone
console-funnel = Avanzamento
console-onboarding = Apertura degli account
console-signed-in = Accesso effettuato come { $operator }
console-sign-out = Esci
console-skip = Vai al contenuto
console-language = Lingua
console-errors = Non è riuscito
console-next-page = Pagina successiva
console-none = –
console-changed = Nel frattempo qualcun altro ha fatto una modifica. Guardi com’è ora e rifaccia la Sua.
console-gone = Non è più possibile: nel frattempo qualcosa è cambiato.
console-wait = Attenda { $wait } prima di farlo di nuovo.

### Access

denied-title = Non ha accesso alla console
denied-body = Ha effettuato l’accesso come { $operator }. Con questo indirizzo non si gestiscono gli account di questa azienda. Chieda a chi amministra la console dell’azienda di aggiungere il Suo indirizzo, oppure acceda con un altro.
too-much-title = Era troppo da salvare in una volta
too-much-body = Un modulo può contenere fino a 64 kilobyte. Questo era più grande, quindi non è stato salvato nulla. Torni indietro con il browser: quello che ha scritto è ancora lì. Lo accorci e salvi di nuovo.
too-much-anew = Ricominciare da quanto è salvato

### Overview

start-body = Segua le persone che hanno un account presso { $tenant }.
start-approvals = Decida sugli account che attendono l’approvazione.
start-people = Trovi una persona; veda a che punto è, invii di nuovo un invito o lo ritiri.
start-funnel = Veda quante persone arrivano dal primo passo all’ultimo.
start-onboarding = Scelga quali account si possono aprire, che cosa viene chiesto e come appaiono pagine ed e-mail.

### Approvals

approvals-empty = Nessun account attende l’approvazione.
approvals-since = In attesa dal { $moment }
approvals-reason = Motivo (facoltativo)
approvals-reason-hint = La persona lo legge nell’e-mail: lo scriva nella sua lingua.
approvals-approve = Approva
approvals-refuse = Rifiuta
approvals-approved = L’account è approvato. La persona riceve un’e-mail.
approvals-refused = L’account è rifiutato. La persona riceve un’e-mail.
approvals-decided = Qualcun altro ha già deciso su questo account.
approvals-too-long = Un motivo ha al massimo 500 caratteri.

### Kinds of account and states

kind-name-personal = Privato
kind-name-business = Aziendale
kind-name-channel-partner = Partner
kind-name-data-recipient = Destinatario di dati
state-provisioned = Account predisposto
state-verified = Indirizzo confermato
state-awaiting-approval = Attende l’approvazione
state-refused = Rifiutato
state-registered = Registrazione completata
state-active = Account attivo
state-suspended = Sospeso

### People

people-search = Indirizzo, nome o identificativo
people-search-hint = Un indirizzo e-mail completo, l’inizio di un nome o un identificativo come usr_…
people-search-button = Cerca
people-newest = Ultime persone aggiunte
people-found = Risultati per «{ $query }»
people-nobody = Non è stato trovato nessuno.
people-too-short = Digiti almeno due lettere di un nome, un indirizzo completo o un identificativo.
people-name = Nome
people-address = Indirizzo e-mail
people-kind = Tipo
people-state = Stato
people-since = Dal
people-unnamed = Ancora nessun nome

### A person

person-back = Torna alle persone
person-details = Dettagli
person-next = Prossimo passo
next-verify-address = La persona conferma il suo indirizzo
next-set-credential = La persona sceglie una password
next-decide = Qualcuno decide sull’account
next-send-first-data = Arrivano i primi dati
person-id = Identificativo
person-external-id = Identificativo presso la Sua azienda
person-phone = Telefono
person-language = Lingua
person-verified-by = Conferma tramite
verified-by-mail = E-mail
verified-by-sms = SMS
verified-by-tenant = La Sua azienda
verified-by-provider = Il Suo provider di identità
person-customer = Cliente
person-organisation = Organizzazione
person-role = Ruolo
role-owner = Titolare
role-member = Membro
person-places = Luoghi
person-history = Cronologia
history-invited = Invito
history-provisioned = Account preparato
history-self-registered = Si è registrata
history-signed-up = Ha aperto l’account
history-verified = { $by ->
    [sms] Numero confermato con un SMS
    [tenant] Indirizzo confermato dalla Sua azienda
    [provider] Indirizzo confermato dal provider di identità
   *[mail] Indirizzo confermato per e-mail
}
history-approval-asked = Approvazione richiesta
history-approved = Approvato da { $by }
history-refused = Rifiutato da { $by }
history-by-endpoint = il Suo servizio
history-by-operator = operatore { $id }
history-reason = { $what }: «{ $reason }»
history-details-confirmed = Dati confermati
history-password-changed = Password cambiata
history-accepted = Accettato: { $agreement }, versione { $version }
history-withdrew = Revocato: { $agreement }, versione { $version }
history-expires = Scadenza del link
history-opened = Link usato
history-revoked = Invito ritirato
history-delivery = { $channel ->
    [sms] SMS
   *[email] Messaggio e-mail
}: { $status ->
    [queued] in attesa di invio
    [sent] inviato
    [delivered] consegnato
    [bounced] rifiutato dal server di posta
    [complained] segnalato come indesiderato dalla persona
   *[failed] non è stato possibile inviarlo
}
person-bounced = Il server di posta della persona rifiuta l’indirizzo. Non vengono più inviate e-mail.
person-complained = La persona ha segnalato un’e-mail come indesiderata. Non vengono più inviate e-mail.
person-invitation = Invito
invitation-status = { $status ->
    [queued] In attesa di invio
    [sent] Inviato
    [delivered] Consegnato
    [bounced] Rifiutato dal server di posta
    [verified] Indirizzo confermato
    [completed] Completato
    [expired] Scaduto
   *[revoked] Ritirato
} (per { $app })
invitation-resend = Invia di nuovo
invitation-revoke = Ritira
invitation-revoke-hint = Un invito ritirato non vale più, per sempre.
invitation-resent = L’invito è di nuovo in viaggio.
invitation-revoked = L’invito è ritirato.
invitation-stopped = A questo indirizzo non vengono più inviate e-mail.
person-consents = Consensi
consents-none = Finora non è stato accettato nulla.
consents-version = { $agreement }, versione { $version }
consents-accepted = Accettata il { $moment }
consents-withdrawn = Consenso revocato il { $moment }

### Funnel

console-date = { $day } { $month ->
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
} { $year }
funnel-body = Quante persone hanno raggiunto ogni passo, dal { $from } al { $to }.
funnel-period = Periodo
funnel-days = { $days ->
    [one] Ultimo giorno
   *[other] Ultimi { $days } giorni
}
funnel-kind = Tipo di account
funnel-all = Tutti
funnel-show = Mostra
funnel-step = Passo
funnel-people = Persone
funnel-of-before = Rispetto al passo precedente
funnel-share = { $percent }%
step-provisioned = Account predisposto
step-sent = E-mail inviata
step-delivered = E-mail consegnata
step-verified = Indirizzo confermato
step-registered = Registrazione completata
step-active = Account attivo
funnel-by-day = Per giorno
funnel-day = Giorno

### User onboarding

onboarding-body = Ciò che salva qui vale entro un minuto. Ogni modifica viene conservata e si può annullare.
onboarding-kinds = Tipi di account
onboarding-on = Si può aprire
onboarding-off = Non si può aprire
onboarding-look = Aspetto e contatti
onboarding-look-what = Nome, colore, logo, assistenza e link legali di pagine ed e-mail.
onboarding-preview = Anteprima
onboarding-preview-what = Pagine ed e-mail come le vedono le persone, in ogni lingua.
onboarding-document = Configurazione completa
onboarding-document-what = Tutto in un solo documento, con accordi, app e testi propri.
onboarding-versions = Versioni
onboarding-versions-what = Chi ha modificato che cosa e quando, e come annullarlo.
onboarding-save = Salva
onboarding-saved = Salvato. Vale entro un minuto.
onboarding-moved = Salvato. Un fornitore ora è un altro: chi era collegato a quello di prima può scegliere una password per e-mail, se il suo indirizzo è confermato, e poi collegarsi di nuovo.
onboarding-back = Torna all’apertura degli account
onboarding-wrong = Corregga quanto segue; non è stato modificato nulla.

### A kind of account

kind-enabled = Si possono aprire account di questo tipo
kind-voucher = Codice di attivazione
kind-voucher-usual = Come di solito per questo tipo
kind-voucher-none = Non richiesto
kind-voucher-optional = Facoltativo
kind-voucher-required = Obbligatorio
kind-without-code = I partner possono registrarsi senza codice di attivazione
kind-customer-fields = Domande sul cliente
kind-user-fields = Domande sulla persona
kind-fields-hint = Per togliere una riga, lasci vuoto il suo nome.
field-name = Nome
field-type = Tipo
field-label = Etichetta
field-label-in = Etichetta ({ $language })
field-choices = Scelte possibili
field-required = Obbligatorio
field-shown = Visibile
field-row = Riga { $number }
field-type-usual = Predefinito
field-type-text = Testo
field-type-email = Indirizzo e-mail
field-type-phone = Numero di telefono
field-type-date = Data
field-type-choice = Scelta
field-type-address = Indirizzo postale
field-more = Altro
question-about = La domanda
question-words = Testi
question-rules = Regole
question-label = Etichette, una lingua per riga
question-label-hint = Per esempio: it = Azienda
question-choices-hint = Per il tipo «Scelta», una per riga, seguita dalle etichette: farm | en = Farm | it = Fattoria
question-longest = Numero massimo di caratteri
question-longest-hint = Fino a 500; se resta vuoto, 100.
question-pattern = Modello a cui deve corrispondere tutto il valore
question-pattern-hint = Un'espressione regolare, come DE[0-9]{"{"}9{"}"}
question-scope = Scope con cui le app vedono il valore
question-scope-hint = Se resta vuoto, nessun ID token lo contiene.
kind-password = Password
kind-password-usual = Come altrove nella Sua azienda
kind-password-modern = Almeno 15 caratteri qualsiasi
kind-password-classic = Da 6 a 16 lettere e cifre
kind-password-pincode = Un PIN di sei cifre
kind-verify = Le persone che Lei registra verificano i propri dati al primo accesso
kind-location = Con l’account si crea un luogo
kind-location-name = Nomi del luogo, una lingua per riga
kind-location-hint = Per esempio: it = Sede centrale. Se resta vuoto, il nome è «Casa» o «Sede» nella lingua della persona.
kind-approval = Qualcuno decide su ogni account prima che valga
kind-approvers = Chi viene avvisato per e-mail, un indirizzo per riga
kind-approved = Indirizzi e domini che non hanno bisogno di approvazione, uno per riga
kind-allowed = Solo questi indirizzi e domini possono aprire un account, uno per riga
kind-denied = Questi indirizzi e domini non possono, uno per riga
kind-addresses-hint = Un indirizzo, oppure un dominio preceduto da @, come @example.org

### Look and contact

look-name = Nome dell’azienda
look-language = Lingua quando nessuno ne chiede un’altra
look-colour = Colore, come #0b5fff
look-logo = Indirizzo del logo
look-favicon = Indirizzo dell’icona nella scheda del browser
look-support-url = Pagina di assistenza
look-support-email = Indirizzo e-mail di assistenza
look-postal = Indirizzo postale in fondo alle e-mail
look-legal = Link legali
look-legal-label = Testo
look-legal-url = Indirizzo

### The whole configuration

document-label = Configurazione in formato JSON
document-hint = Le chiavi segrete sono indicate con «kept»: restano come sono.
document-malformed = Questo non è JSON: { $detail }

### Versions

version-number = Versione
version-at = Salvata
version-by = Da
version-current = In vigore
version-restore = Ripristina la versione { $number }

### Preview

preview-body = Ogni voce si apre come la vedono le persone. I pulsanti non portano da nessuna parte.
preview-pages = Pagine
preview-mails = E-mail
preview-form = Modulo di un account: { $kind }

### Agreements

onboarding-agreements = Accordi
onboarding-agreement-new = Nuovo accordo
onboarding-agreement-new-what = Condizioni, informative sulla privacy e offerte da accettare.
onboarding-more = Tutto il resto
agreement-count = Versioni: { $count }
agreement-name = Nome breve
agreement-name-hint = Da 1 a 40 caratteri tra a–z, 0–9 e trattino. Compare nei link e non cambia mai.
agreement-required = Nessuno può completare senza accettarlo
agreement-audience = Per chi
agreement-audience-hint = Se non è scelto nulla, vale per tutti.
agreement-versions = Versioni finora
agreement-version = Versione { $number }, dal { $moment }
agreement-next = Nuova versione
agreement-next-hint = Il testo di una versione non cambia mai. Lasciare vuoto il testo per non aggiungerne.
agreement-from = Da quale giorno (UTC); vuoto: subito
agreement-again = Chi ha accettato una versione precedente deve accettare questa
agreement-remove = Rimuoverlo: non viene più chiesto a nessuno
agreement-title = Titolo ({ $language })
agreement-text = Testo, in Markdown ({ $language })

### Rules, apps and texts of one's own

onboarding-rules = Inviti e accesso
onboarding-rules-what = Durata dei link, promemoria, password e persone che usano questa console.
onboarding-texts = Testi propri
onboarding-texts-what = Frasi di pagine ed e-mail con parole proprie.
onboarding-apps = App e server
onboarding-app-new = Nuova app o nuovo server
onboarding-app-new-what = Dove tornano le persone e i programmi che chiamano per voi.
rules-inviting = Inviti
rules-signing-in = Accesso
rules-sender = Nome del mittente delle e-mail
rules-invite = Chi viene aggiunto riceve subito un'e-mail
rules-link-life = Durata di un link inviato, in secondi
rules-cooldown = Attesa prima di un nuovo invio, in secondi
rules-reminders = Quando ricordare l'invito, in ore dopo l'invito
rules-numbers-hint = Numeri separati da virgole, come 48, 120; vuoto: mai
rules-purge = Quando cancellare gli invitati non registrati, in giorni dopo l'invito
rules-purge-hint = Vuoto: mai
rules-proof = Per la prima password si mostra
rules-proof-shown = che l'indirizzo è loro, o un voucher
rules-proof-none = niente: chi conosce l'indirizzo può prendere l'account
rules-ticket-life = Tempo per scegliere una password, in secondi
rules-idle = Quanto resta connesso un browser inattivo, in secondi
rules-session = Quanto resta connesso al massimo un browser, in secondi
rules-app-link = Dove vanno le persone alla fine
rules-link-base = Inizio dei link inviati, se li apre l'app
rules-organization = ID dell'organizzazione inviato dalle app
rules-operators = Chi usa questa console, un indirizzo per riga
rules-operators-hint = Ciascuno può cambiare tutto qui. Usare indirizzi letti da una sola persona.
app-about = Generale
app-rights = Cosa può fare
app-people = Le sue persone
app-id = ID client
app-id-hint = Da 1 a 64 lettere, cifre, trattini e trattini bassi. Non cambia mai.
app-kind = Tipo
app-kind-app = App usata da persone
app-kind-server = Server che chiama da solo
app-name = Nome noto alle persone
app-customers = Le sue persone sono del tipo
app-environment = ID dell'ambiente inviato
app-grants = Come ottiene token
app-secret = SHA-256 del segreto, in base64
app-secret-hint = «usher keygen --secret» crea entrambi. Il segreto stesso non viene mai conservato.
app-keys = Chiavi con cui firma, una per riga
app-keys-hint = L'ID della chiave, uno spazio e ciò che «usher keygen» ha mostrato come public
app-introspects = Può chiedere cosa dicono i token delle altre app
app-configures = Può cambiare tutto ciò che è impostato qui
app-configures-hint = Chi ha la chiave decide cosa possono fare gli altri. Darlo a un solo back office.
app-delivers = Può chiedere link e codici per consegnarli da solo
app-delivers-hint = Può allora attivare l'account di chiunque inviti.
app-redirects = Dove possono tornare le persone, un indirizzo per riga
app-logouts = Lo stesso dopo la disconnessione
app-channels = Come vengono invitate le persone
app-by-mail = Per e-mail
app-by-sms = Per SMS
app-registers = Le persone possono registrarsi da sole
app-sign-up = Le persone possono aprire un account di uno dei vostri tipi
app-allowed = Solo questi indirizzi e domini possono registrarsi, uno per riga
app-denied = Questi non possono, uno per riga
app-fields = Domande alle sue persone
app-remove = Rimuoverlo: token e chiavi cessano subito
provider-heading = Servizio proprio per i codici dei partner
decider-heading = Promemoria e servizio proprio che decide
kind-reminders = Quando ricordarlo a chi decide, in ore
service-url = Dove viene interrogato
service-url-hint = Un indirizzo che inizia con https://; vuoto: non c'è
service-by = Come sa che è Usher a chiedere
service-by-nothing = Non lo sa
service-by-signature = Da una firma
service-by-token = Da un token
service-by-password = Da nome e password
service-user = Nome, con una password
service-secret = Token o password
provider-name = Campo della risposta con il nome del partner
provider-mapping = Cos'altro viene ripreso, uno per riga
provider-mapping-hint = Un campo della risposta = una domanda sul cliente, come company = companyName
provider-target = Organizzazione di questi partner
texts-body = Ogni frase di pagine ed e-mail può essere detta diversamente. Cercatela per ciò che dice ora.
texts-language = Lingua
texts-search = Parole di una frase
texts-nothing = Nessuna frase ha queste parole e non ce n'è una propria in questa lingua.
texts-more = Ce ne sono altre: cercate più parole.
texts-hint = Se vuota, vale la frase di Usher. Ciò che sta tra graffe viene riempito: riprendetelo così com'è.

### Identity providers

onboarding-connections = Single sign-on
onboarding-connection-new = Nuovo provider di identità
onboarding-connection-new-what = Le vostre persone accedono dove hanno già un account.
connection-id-hint = Da 1 a 40 tra a–z, 0–9 e trattini. Non cambia mai.
connection-matches = Conosce le persone con l'ID che il back office indica
connection-matches-hint = external_authentication_provider_id; di più provider al massimo uno
connection-introspection = Chiedere dei suoi token (RFC 7662)
connection-url-hint = Un indirizzo che inizia con https://
connection-client = ID client di Usher presso di esso
connection-secret = Segreto client di Usher presso di esso
connection-authentication = Dove va il segreto
connection-subject = Dove sta l'ID della persona nella risposta
connection-subject-hint = Un JSON Pointer come /sub; vuoto: /external_authentication_provider_id
connection-audience = A chi devono essere destinati i suoi token
connection-audience-hint = Vuoto: nessuno controlla, e un token per un altro servizio vale anche qui
connection-remove = Rimuoverlo: nessuno vi accede più
onboarding-provider-new = Nuovo provider di identità con pulsante
onboarding-provider-new-what = Le Sue persone accedono con un pulsante, nel browser.
provider-oidc = Come si raggiunge (OpenID Connect)
provider-people = Le sue persone
provider-issuer = Emittente
provider-issuer-hint = Esattamente come lo nominano i suoi metadati: https://…
provider-scopes = Ambiti (scope)
provider-scopes-hint = Uno per riga, tra cui openid
provider-userinfo = Chiedere anche al suo UserInfo
provider-provisioned = Dove si trova l'ID del Suo back office in ciò che dice
provider-provisioned-hint = Un JSON Pointer come /sub
provider-claims = Valori che vengono ripresi
provider-claims-hint = Uno per riga: firstName = /given_name
provider-button = Testo del pulsante
provider-button-hint = Una lingua per riga: it = Continua con Acme
provider-newcomers = Persone che qui nessuno conosce
provider-newcomers-linked = Viene detto loro a chi chiedere
provider-newcomers-user = Ricevono subito un account
provider-newcomers-customer = Compilano il modulo di un tipo di account
provider-kind = Quel tipo di account
provider-kind-none = Nessuno
provider-callback = Indirizzo di ritorno, da comunicare al provider
provider-logout = Indirizzo per la disconnessione in background (back-channel logout)
