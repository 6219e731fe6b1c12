# Die Worte der Konsole auf Deutsch. Wofür jeder Satz ist, steht in en.ftl.
#
# „Sie“, einfache Wörter, kurze Sätze, kein Vorwurf. „Personen“ sind die, um deren Konten es geht. Ein Zeitpunkt steht
# ohne Artikel („26. November 2026“), eine Dauer im Nominativ oder Akkusativ.


### Auf jeder Seite

console-page-title = { $title } – Konsole von { $tenant }
console-name = Konsole
console-menu = Konsole
console-start = Übersicht
console-approvals = Freigaben
console-people = Personen
console-funnel = Fortschritt
console-onboarding = Kontoeröffnung
console-signed-in = Angemeldet als { $operator }
console-sign-out = Abmelden
console-skip = Zum Inhalt springen
console-language = Sprache
console-errors = Das hat nicht geklappt
console-next-page = Nächste Seite
console-none = –
console-changed = Jemand anderes hat das inzwischen geändert. Sehen Sie sich den jetzigen Stand an und ändern Sie es dann noch einmal.
console-gone = Das geht nicht mehr: Es hat sich inzwischen geändert.
console-wait = Bitte warten Sie { $wait }, bevor Sie das noch einmal tun.

### Zugang

denied-title = Sie haben keinen Zugang zur Konsole
denied-body = Sie sind angemeldet als { $operator }. Mit dieser Adresse werden die Konten dieses Unternehmens nicht betreut. Bitten Sie die Person, die die Konsole des Unternehmens verwaltet, Ihre Adresse hinzuzufügen, oder melden Sie sich mit einer anderen an.
too-much-title = Das war zu viel auf einmal
too-much-body = Ein Formular darf bis zu 64 Kilobyte groß sein. Dieses war größer, deshalb wurde nichts gespeichert. Gehen Sie mit Ihrem Browser zurück: Was Sie eingegeben haben, ist noch da. Kürzen Sie es und speichern Sie noch einmal.
too-much-anew = Neu beginnen mit dem gespeicherten Stand

### Übersicht

start-body = Betreuen Sie die Personen, die ein Konto bei { $tenant } haben.
start-approvals = Entscheiden Sie über Konten, die auf Freigabe warten.
start-people = Finden Sie eine Person; sehen Sie, wo sie steht, und senden Sie eine Einladung noch einmal oder ziehen Sie sie zurück.
start-funnel = Sehen Sie, wie viele vom ersten bis zum letzten Schritt kommen.
start-onboarding = Legen Sie fest, welche Konten man eröffnen kann, was gefragt wird und wie Seiten und E-Mails aussehen.

### Freigaben

approvals-empty = Kein Konto wartet auf Freigabe.
approvals-since = Wartet seit dem { $moment }
approvals-reason = Begründung (freiwillig)
approvals-reason-hint = Die Person liest sie in der E-Mail. Schreiben Sie deshalb in ihrer Sprache.
approvals-approve = Freigeben
approvals-refuse = Ablehnen
approvals-approved = Das Konto ist freigegeben. Die Person erfährt es per E-Mail.
approvals-refused = Das Konto ist abgelehnt. Die Person erfährt es per E-Mail.
approvals-decided = Über dieses Konto hat schon jemand anderes entschieden.
approvals-too-long = Eine Begründung hat höchstens 500 Zeichen.

### Arten von Konten und Stände

kind-name-personal = Privat
kind-name-business = Geschäftlich
kind-name-channel-partner = Partner
kind-name-data-recipient = Datenempfänger
state-provisioned = Angelegt
state-verified = Bestätigt
state-awaiting-approval = Wartet auf Freigabe
state-refused = Abgelehnt
state-registered = Registriert
state-active = Aktiv
state-suspended = Gesperrt

### Personen

people-search = Adresse, Name oder Kennung
people-search-hint = Eine ganze E-Mail-Adresse, der Anfang eines Namens oder eine Kennung wie usr_…
people-search-button = Suchen
people-newest = Zuletzt hinzugekommen
people-found = Ergebnisse für „{ $query }“
people-nobody = Es wurde niemand gefunden.
people-too-short = Geben Sie mindestens zwei Buchstaben eines Namens, eine ganze Adresse oder eine Kennung ein.
people-name = Name
people-address = E-Mail-Adresse
people-kind = Art
people-state = Stand
people-since = Seit
people-unnamed = Noch kein Name

### Eine Person

person-back = Zurück zu den Personen
person-details = Angaben
person-next = Nächster Schritt
next-verify-address = Die Person bestätigt ihre Adresse
next-set-credential = Die Person wählt ein Passwort
next-decide = Jemand entscheidet über das Konto
next-send-first-data = Die ersten Daten treffen ein
person-id = Kennung
person-external-id = Kennung bei Ihnen
person-phone = Telefon
person-language = Sprache
person-verified-by = Bestätigt durch
verified-by-mail = E-Mail
verified-by-sms = SMS
verified-by-tenant = Ihr Unternehmen
verified-by-provider = Ihr Identitätsanbieter
person-customer = Kunde
person-organisation = Organisation
person-role = Rolle
role-owner = Inhaber
role-member = Mitglied
person-places = Standorte
person-history = Verlauf
history-invited = Eingeladen
history-provisioned = Angelegt
history-self-registered = Hat sich selbst registriert
history-signed-up = Hat das Konto eröffnet
history-verified = { $by ->
    [sms] Nummer per SMS bestätigt
    [tenant] Adresse von Ihrem Unternehmen bestätigt
    [provider] Adresse vom Identitätsanbieter bestätigt
   *[mail] Adresse per E-Mail bestätigt
}
history-approval-asked = Freigabe angefragt
history-approved = Freigegeben durch { $by }
history-refused = Abgelehnt durch { $by }
history-by-endpoint = Ihren Dienst
history-by-operator = Bearbeiter { $id }
history-reason = { $what }: „{ $reason }“
history-details-confirmed = Angaben bestätigt
history-password-changed = Passwort geändert
history-accepted = { $agreement }, Fassung { $version } angenommen
history-withdrew = { $agreement }, Fassung { $version } widerrufen
history-expires = Link gilt bis dahin
history-opened = Link benutzt
history-revoked = Einladung zurückgezogen
history-delivery = { $channel ->
    [sms] SMS
   *[email] E-Mail
}: { $status ->
    [queued] wartet auf den Versand
    [sent] gesendet
    [delivered] zugestellt
    [bounced] vom Mailserver abgelehnt
    [complained] von der Person als unerwünscht gemeldet
   *[failed] konnte nicht gesendet werden
}
person-bounced = Der Mailserver der Person nimmt die Adresse nicht an. Es werden keine E-Mails mehr gesendet.
person-complained = Die Person hat eine E-Mail als unerwünscht gemeldet. Es werden keine E-Mails mehr gesendet.
person-invitation = Einladung
invitation-status = { $status ->
    [queued] Wartet auf den Versand
    [sent] Gesendet
    [delivered] Zugestellt
    [bounced] Vom Mailserver abgelehnt
    [verified] Adresse bestätigt
    [completed] Abgeschlossen
    [expired] Abgelaufen
   *[revoked] Zurückgezogen
} (für { $app })
invitation-resend = Noch einmal senden
invitation-revoke = Zurückziehen
invitation-revoke-hint = Eine zurückgezogene Einladung gilt endgültig nicht mehr.
invitation-resent = Die Einladung ist noch einmal unterwegs.
invitation-revoked = Die Einladung ist zurückgezogen.
invitation-stopped = An diese Adresse gehen keine E-Mails mehr.
person-consents = Zustimmungen
consents-none = Bisher gibt es keine Zustimmung.
consents-version = { $agreement }, Fassung { $version }
consents-accepted = Angenommen am { $moment }
consents-withdrawn = Widerrufen am { $moment }

### Fortschritt

console-date = { $day }. { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
} { $year }
funnel-body = So viele Personen haben die einzelnen Schritte von { $from } bis { $to } erreicht.
funnel-period = Zeitraum
funnel-days = { $days ->
    [one] Letzter Tag
   *[other] Letzte { $days } Tage
}
funnel-kind = Art des Kontos
funnel-all = Alle
funnel-show = Anzeigen
funnel-step = Schritt
funnel-people = Personen
funnel-of-before = Vom Schritt davor
funnel-share = { $percent } %
step-provisioned = Angelegt
step-sent = E-Mail gesendet
step-delivered = E-Mail zugestellt
step-verified = Adresse bestätigt
step-registered = Registriert
step-active = Aktiv
funnel-by-day = Nach Tagen
funnel-day = Tag

### Kontoeröffnung

onboarding-body = Was Sie hier speichern, gilt innerhalb einer Minute. Jede Änderung bleibt erhalten und lässt sich zurücknehmen.
onboarding-kinds = Arten von Konten
onboarding-on = Kann eröffnet werden
onboarding-off = Kann nicht eröffnet werden
onboarding-look = Aussehen und Kontakt
onboarding-look-what = Name, Farbe, Logo, Hilfe und rechtliche Links von Seiten und E-Mails.
onboarding-preview = Vorschau
onboarding-preview-what = Seiten und E-Mails, wie Personen sie sehen, in jeder Sprache.
onboarding-document = Alle Einstellungen
onboarding-document-what = Alles in einem Dokument, auch Vereinbarungen, Apps und eigene Texte.
onboarding-versions = Fassungen
onboarding-versions-what = Wer was wann geändert hat, und wie Sie es zurücknehmen.
onboarding-save = Speichern
onboarding-saved = Gespeichert. Es gilt innerhalb einer Minute.
onboarding-moved = Gespeichert. Ein Anbieter ist jetzt ein anderer: Wer mit dem bisherigen verbunden war, kann per E-Mail ein Passwort wählen, wenn die Adresse bestätigt ist, und sich dann neu verbinden.
onboarding-back = Zurück zur Kontoeröffnung
onboarding-wrong = Bitte berichtigen Sie Folgendes; es wurde nichts geändert.

### Eine Art von Konto

kind-enabled = Konten dieser Art können eröffnet werden
kind-voucher = Gutscheincode
kind-voucher-usual = Wie bei dieser Art üblich
kind-voucher-none = Wird nicht gefragt
kind-voucher-optional = Freiwillig
kind-voucher-required = Nötig
kind-without-code = Partner können sich ohne Gutscheincode registrieren
kind-customer-fields = Fragen zum Kunden
kind-user-fields = Fragen zur Person
kind-fields-hint = Um eine Zeile zu entfernen, lassen Sie ihren Namen leer.
field-name = Name
field-type = Typ
field-label = Beschriftung
field-label-in = Beschriftung ({ $language })
field-choices = Auswahl
field-required = Nötig
field-shown = Sichtbar
field-row = Zeile { $number }
field-type-usual = Eingebaut
field-type-text = Text
field-type-email = E-Mail-Adresse
field-type-phone = Telefonnummer
field-type-date = Datum
field-type-choice = Auswahl
field-type-address = Anschrift
field-more = Mehr
question-about = Die Frage
question-words = Wörter
question-rules = Regeln
question-label = Beschriftungen, eine Sprache pro Zeile
question-label-hint = Zum Beispiel: de = Firma
question-choices-hint = Für den Typ „Auswahl“, eine pro Zeile, dahinter die Beschriftungen: farm | en = Farm | de = Bauernhof
question-longest = Höchste Zahl der Zeichen
question-longest-hint = Bis 500; bleibt das Feld leer, sind es 100.
question-pattern = Muster, dem der ganze Wert entsprechen muss
question-pattern-hint = Ein regulärer Ausdruck, etwa DE[0-9]{"{"}9{"}"}
question-scope = Scope, mit dem Apps den Wert sehen
question-scope-hint = Bleibt das Feld leer, steht er in keinem ID-Token.
kind-password = Passwörter
kind-password-usual = Wie sonst bei Ihrer Firma
kind-password-modern = Mindestens 15 beliebige Zeichen
kind-password-classic = 6 bis 16 Buchstaben und Ziffern
kind-password-pincode = Eine PIN aus sechs Ziffern
kind-verify = Personen, die Sie anlegen, prüfen bei der ersten Anmeldung ihre Angaben
kind-location = Zum Konto gehört ein Standort
kind-location-name = Namen des Standorts, eine Sprache pro Zeile
kind-location-hint = Zum Beispiel: de = Zentrale. Bleibt das Feld leer, heißt er „Zuhause“ oder „Standort“ in der Sprache der Person.
kind-approval = Über jedes Konto entscheidet jemand, bevor es gilt
kind-approvers = Wer eine E-Mail dazu erhält, eine Adresse je Zeile
kind-approved = Adressen und Domains, die keine Freigabe brauchen, je Zeile eine
kind-allowed = Nur diese Adressen und Domains dürfen ein Konto eröffnen, je Zeile eine
kind-denied = Diese Adressen und Domains dürfen es nicht, je Zeile eine
kind-addresses-hint = Eine Adresse oder eine Domain mit @ davor, wie @example.org

### Aussehen und Kontakt

look-name = Name des Unternehmens
look-language = Sprache, wenn niemand eine andere wünscht
look-colour = Farbe, wie #0b5fff
look-logo = Adresse des Logos
look-favicon = Adresse des Symbols im Tab des Browsers
look-support-url = Hilfeseite
look-support-email = E-Mail-Adresse für Hilfe
look-postal = Anschrift am Ende der E-Mails
look-legal = Rechtliche Links
look-legal-label = Text
look-legal-url = Adresse

### Alle Einstellungen

document-label = Einstellungen als JSON
document-hint = Geheime Schlüssel stehen als „kept“ da: Sie bleiben, wie sie sind.
document-malformed = Das ist kein JSON: { $detail }

### Fassungen

version-number = Fassung
version-at = Gespeichert
version-by = Von
version-current = Gilt jetzt
version-restore = Fassung { $number } wiederherstellen

### Vorschau

preview-body = Jede öffnet sich so, wie Personen sie sehen. Schaltflächen führen nirgendwohin.
preview-pages = Seiten
preview-mails = E-Mails
preview-form = Formular für ein Konto: { $kind }

### Agreements

onboarding-agreements = Vereinbarungen
onboarding-agreement-new = Neue Vereinbarung
onboarding-agreement-new-what = Bedingungen, Datenschutzhinweise und Angebote, denen zugestimmt werden soll.
onboarding-more = Alles Weitere
agreement-count = Fassungen: { $count }
agreement-name = Kurzname
agreement-name-hint = 1 bis 40 Zeichen aus a–z, 0–9 und Bindestrich. Er steht in Links und ändert sich nie.
agreement-required = Ohne sie kann niemand fertig werden
agreement-audience = Für wen sie gilt
agreement-audience-hint = Ist nichts gewählt, gilt sie für alle.
agreement-versions = Bisherige Fassungen
agreement-version = Fassung { $number }, ab { $moment }
agreement-next = Neue Fassung
agreement-next-hint = Der Wortlaut einer Fassung ändert sich nie. Ohne Wortlaut kommt keine hinzu.
agreement-from = Ab welchem Tag (UTC); leer: sofort
agreement-again = Wer eine ältere Fassung angenommen hat, muss diese annehmen
agreement-remove = Entfernen: niemand wird mehr danach gefragt
agreement-title = Titel ({ $language })
agreement-text = Wortlaut, als Markdown ({ $language })

### Rules, apps and texts of one's own

onboarding-rules = Einladen und Anmelden
onboarding-rules-what = Wie lange Links gelten, wer erinnert wird, wie Passwörter sein müssen und wer diese Konsole benutzt.
onboarding-texts = Eigene Texte
onboarding-texts-what = Sätze auf Seiten und in E-Mails in Ihren eigenen Worten.
onboarding-apps = Apps und Server
onboarding-app-new = Neue App oder neuer Server
onboarding-app-new-what = Wohin Personen zurückkehren, und die Programme, die für Sie aufrufen.
rules-inviting = Einladungen
rules-signing-in = Anmelden
rules-sender = Absendername der E-Mails
rules-invite = Wen Sie anlegen, bekommt sofort eine E-Mail
rules-link-life = Wie lange ein Link aus einer E-Mail gilt, in Sekunden
rules-cooldown = Wie lange bis zum nächsten Versand, in Sekunden
rules-reminders = Wann Eingeladene erinnert werden, in Stunden nach der Einladung
rules-numbers-hint = Zahlen mit Kommas, etwa 48, 120; leer: nie
rules-purge = Wann nicht registrierte Eingeladene gelöscht werden, in Tagen nach der Einladung
rules-purge-hint = Leer: nie
rules-proof = Für ein erstes Passwort zeigen Personen
rules-proof-shown = dass die Adresse ihnen gehört, oder einen Gutschein
rules-proof-none = nichts: wer die Adresse kennt, kann das Konto nehmen
rules-ticket-life = Wie viel Zeit für die Wahl eines Passworts bleibt, in Sekunden
rules-idle = Wie lange ein unbenutzter Browser angemeldet bleibt, in Sekunden
rules-session = Wie lange ein Browser höchstens angemeldet bleibt, in Sekunden
rules-app-link = Wohin Personen gehen, wenn sie fertig sind
rules-link-base = Womit Links in E-Mails beginnen, wenn die App sie abfängt
rules-organization = Organisations-ID, die Apps senden
rules-operators = Wer diese Konsole benutzt, eine Adresse pro Zeile
rules-operators-hint = Jede Person kann hier alles ändern. Nehmen Sie Adressen, die nur eine Person liest.
app-about = Allgemein
app-rights = Was es darf
app-people = Seine Personen
app-id = Client-ID
app-id-hint = 1 bis 64 Buchstaben, Ziffern, Bindestriche und Unterstriche. Sie ändert sich nie.
app-kind = Art
app-kind-app = App, die Personen benutzen
app-kind-server = Server, der selbst aufruft
app-name = Name, wie Personen ihn kennen
app-customers = Seine Personen sind von der Art
app-environment = Umgebungs-ID, die sie sendet
app-grants = Wie es Token bekommt
app-secret = SHA-256 seines Geheimnisses, in Base64
app-secret-hint = „usher keygen --secret“ erzeugt beides. Das Geheimnis selbst wird nie gespeichert.
app-keys = Schlüssel, mit denen es signiert, einer pro Zeile
app-keys-hint = Die ID des Schlüssels, ein Leerzeichen und was „usher keygen“ als public ausgab
app-introspects = Darf fragen, was Token Ihrer anderen Apps sagen
app-configures = Darf alles ändern, was hier eingerichtet ist
app-configures-hint = Wer den Schlüssel hat, entscheidet, wer sonst was darf. Nur einem Backoffice geben.
app-delivers = Darf Links und Codes verlangen, um sie selbst zuzustellen
app-delivers-hint = Es kann dann das Konto jeder Person aktivieren, die es einlädt.
app-redirects = Wohin Personen zurückkehren dürfen, eine Adresse pro Zeile
app-logouts = Dasselbe nach dem Abmelden
app-channels = Wie Personen eingeladen werden
app-by-mail = Per E-Mail
app-by-sms = Per SMS
app-registers = Personen dürfen sich selbst registrieren
app-sign-up = Personen dürfen ein Konto einer Ihrer Arten eröffnen
app-allowed = Nur diese Adressen und Domains dürfen sich registrieren, je Zeile eine
app-denied = Diese dürfen nicht, je Zeile eine
app-fields = Fragen an seine Personen
app-remove = Entfernen: seine Token und Schlüssel gelten sofort nicht mehr
provider-heading = Ihr eigener Dienst für Partnercodes
decider-heading = Erinnerungen und Ihr eigener Dienst, der entscheidet
kind-reminders = Wann die Entscheidenden erinnert werden, in Stunden
service-url = Wo er gefragt wird
service-url-hint = Eine Adresse, die mit https:// beginnt; leer: es gibt keinen
service-by = Woran er erkennt, dass Usher fragt
service-by-nothing = Gar nicht
service-by-signature = An einer Signatur
service-by-token = An einem Token
service-by-password = An Name und Passwort
service-user = Name, zum Passwort
service-secret = Token oder Passwort
provider-name = Feld der Antwort mit dem Namen des Partners
provider-mapping = Was sonst übernommen wird, je Zeile eines
provider-mapping-hint = Ein Feld der Antwort = eine Frage zum Kunden, etwa company = companyName
provider-target = Organisation solcher Partner
texts-body = Jeder Satz auf Seiten und in E-Mails lässt sich anders sagen. Suchen Sie ihn nach seinem jetzigen Wortlaut.
texts-language = Sprache
texts-search = Wörter eines Satzes
texts-nothing = Kein Satz enthält diese Wörter, und es gibt keinen eigenen in dieser Sprache.
texts-more = Es gibt mehr: Suchen Sie nach mehr Wörtern.
texts-hint = Leer gelassen, gilt der Satz von Usher. Was in geschweiften Klammern steht, wird eingesetzt: Übernehmen Sie es unverändert.

### Identity providers

onboarding-connections = Single Sign-on
onboarding-connection-new = Neuer Identitätsanbieter
onboarding-connection-new-what = Ihre Personen melden sich dort an, wo sie schon ein Konto haben.
connection-id-hint = 1 bis 40 Zeichen aus a–z, 0–9 und Bindestrich. Er ändert sich nie.
connection-matches = Er kennt Personen unter der ID, die Ihr Backoffice mit ihnen angibt
connection-matches-hint = external_authentication_provider_id; von mehreren Anbietern höchstens einer
connection-introspection = Nach seinen Token fragen (RFC 7662)
connection-url-hint = Eine Adresse, die mit https:// beginnt
connection-client = Client-ID von Usher dort
connection-secret = Client-Geheimnis von Usher dort
connection-authentication = Wohin das Geheimnis kommt
connection-subject = Wo die ID der Person in der Antwort steht
connection-subject-hint = Ein JSON-Pointer wie /sub; leer: /external_authentication_provider_id
connection-audience = Für wen seine Token bestimmt sein müssen
connection-audience-hint = Leer: niemand sieht nach, und ein Token für einen anderen Dienst gilt auch hier
connection-remove = Entfernen: niemand meldet sich mehr damit an
onboarding-provider-new = Neuer Identitätsanbieter mit Schaltfläche
onboarding-provider-new-what = Ihre Personen melden sich im Browser mit einer Schaltfläche an.
provider-oidc = Wie er erreicht wird (OpenID Connect)
provider-people = Seine Personen
provider-issuer = Aussteller
provider-issuer-hint = Genau wie seine Metadaten ihn nennen: https://…
provider-scopes = Scopes
provider-scopes-hint = Einer pro Zeile; openid gehört dazu
provider-userinfo = Auch nach seinem UserInfo fragen
provider-provisioned = Wo die ID Ihres Backoffice in seinen Angaben steht
provider-provisioned-hint = Ein JSON-Pointer wie /sub
provider-claims = Werte, die übernommen werden
provider-claims-hint = Einer pro Zeile: firstName = /given_name
provider-button = Text der Schaltfläche
provider-button-hint = Eine Sprache pro Zeile: de = Weiter mit Acme
provider-newcomers = Personen, die hier niemand kennt
provider-newcomers-linked = Sie erfahren, wen sie fragen können
provider-newcomers-user = Sie bekommen sofort ein Konto
provider-newcomers-customer = Sie füllen das Formular einer Kontoart aus
provider-kind = Diese Kontoart
provider-kind-none = Keine
provider-callback = Rücksprungadresse, die der Anbieter kennen muss
provider-logout = Adresse für die Abmeldung im Hintergrund (Back-Channel Logout)
