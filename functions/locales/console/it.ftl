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
console-errors = Non è stato salvato nulla
console-next-page = Pagina successiva
console-none = –
console-changed = Nel frattempo qualcun altro ha fatto una modifica. Guardi com’è ora e rifaccia la Sua.
console-gone = Non è più possibile: nel frattempo qualcosa è cambiato.
console-wait = Attenda { $wait } prima di farlo di nuovo.

### Access

denied-title = Non ha accesso alla console
denied-body = Ha effettuato l’accesso come { $operator }. Con questo indirizzo non si gestiscono gli account di questa azienda. Chieda a chi amministra la console dell’azienda di aggiungere il Suo indirizzo, oppure acceda con un altro.

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
state-registered = Registrazione completata
state-active = Account attivo

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
person-id = Identificativo
person-external-id = Identificativo presso la Sua azienda
person-phone = Telefono
person-language = Lingua
person-verified-by = Conferma tramite
verified-by-mail = E-mail
verified-by-sms = SMS
verified-by-tenant = La Sua azienda
person-customer = Cliente
person-role = Ruolo
role-owner = Titolare
role-member = Membro
person-places = Luoghi
person-history = Cronologia
history-invited = Invito
history-expires = Scadenza del link
history-opened = Link usato
history-revoked = Invito ritirato
history-state = { $state }
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
kind-password = Password
kind-password-usual = Come altrove nella Sua azienda
kind-password-modern = Almeno 15 caratteri qualsiasi
kind-password-classic = Da 6 a 16 lettere e cifre
kind-password-pincode = Un PIN di sei cifre
kind-verify = Le persone che Lei registra verificano i propri dati al primo accesso
kind-location = Con l’account si crea un luogo
kind-location-name = Nome del luogo ({ $language })
kind-location-hint = Se resta vuoto, il nome è «Casa» o «Sede» nella lingua della persona.
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
preview-sign-in = Accedi
preview-sign-up = Apri un account
preview-form = Modulo di un account: { $kind }
preview-confirm = Conferma l’indirizzo
preview-done = È tutto pronto
preview-mail-confirm = Confermi il Suo indirizzo
preview-mail-exists = Ha già un account
preview-mail-approved = Account approvato

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
agreement-title = Titolo ({ $language })
agreement-text = Testo, in Markdown ({ $language })
