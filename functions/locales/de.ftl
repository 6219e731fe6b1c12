# Ushers Worte auf Deutsch.
#
# Für Übersetzerinnen und Übersetzer: „Sie“, einfache Wörter, kurze Sätze, kein Vorwurf. Eine Dauer steht immer im
# Nominativ oder Akkusativ („2 Tage“); Sätze mit „in“ oder „nach“ (Dativ: „2 Tagen“) daher umstellen.


### Dauer und Datum

# Wartezeit oder Gültigkeit unter einer Minute. $count: ganze Sekunden.
duration-seconds = { $count ->
    [one] { $count } Sekunde
   *[other] { $count } Sekunden
}
# Wartezeit oder Gültigkeit in Minuten. $count: ganze Minuten.
duration-minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
# Wartezeit oder Gültigkeit in Stunden. $count: ganze Stunden.
duration-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
# Wartezeit oder Gültigkeit in Tagen. $count: ganze Tage, zwei oder mehr.
duration-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
# Zwei Angaben, die größere zuerst: „1 Stunde und 30 Minuten“.
duration-joined = { $larger } und { $smaller }
# Zeitpunkt. $day: Tag im Monat, $month: 1 bis 12, $year: vierstellig, $time: wie „02:00“.
moment = { $day }. { $month ->
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
} { $year }, { $time } UTC


### Auf jeder Seite

# Titelzeile des Browsers. $title: Überschrift der Seite, $tenant: Name des Unternehmens.
page-title = { $title } – { $tenant }
# Titelzeile, wenn ein Formular mit Hinweisen zurückkommt; ein Vorleseprogramm liest sie zuerst.
page-title-error = Fehler: { $title }
# Überschrift über der Liste der Hinweise oben im Formular.
errors-title = Bitte prüfen Sie Folgendes
# Link zum Kundendienst unten auf der Seite. $tenant: Name des Unternehmens.
help-link = Hilfe von { $tenant }
# Name der Linkgruppe unten (AGB, Datenschutz) für Vorleseprogramme.
footer-legal = Rechtliches
# Name des Sprachwechsels unten für Vorleseprogramme.
footer-language = Sprache
# Symbol einer Erfolgsmeldung, vorgelesen.
notice-success = Erfolg
# Symbol eines Hinweises, vorgelesen.
notice-information = Hinweis
# Symbol einer Warnung, vorgelesen.
notice-warning = Achtung
# Symbol einer Fehlermeldung, vorgelesen.
notice-error = Fehler


### E-Mail-Adresse bestätigen

# Überschrift der Seite, die der Link aus der E-Mail öffnet.
confirm-title = Bestätigen Sie Ihre E-Mail-Adresse
# Unter der Überschrift. $address: verdeckt, wie „m•••@example.com“, $tenant: Name des Unternehmens.
confirm-body = Wir bestätigen { $address } für { $tenant }.
# Schaltfläche, die die Adresse bestätigt.
confirm-button = E-Mail-Adresse bestätigen
# Für alle, die die E-Mail aus Versehen geöffnet haben.
confirm-not-you = Sie haben das nicht angefordert? Schließen Sie diese Seite, dann geschieht nichts.


### Links, die nicht gehen, und neue

# Überschrift: Der Link ist zu alt.
link-expired-title = Dieser Link ist abgelaufen
# $duration: so lange gelten Links, wie „24 Stunden“; $address: verdeckt.
link-expired-body = Links gelten { $duration }. Wir können einen neuen an { $address } senden.
# Überschrift: Der Link wurde schon benutzt.
link-used-title = Dieser Link wurde schon benutzt
# Unter der Überschrift, wenn man sich anmelden kann. $tenant: Name des Unternehmens.
link-used-body = Wenn Sie das waren, können Sie sich anmelden. Wenn nicht, bitten Sie { $tenant } um Hilfe.
# Unter der Überschrift, wenn die Adresse bestätigt ist, aber noch kein Passwort gesetzt wurde. $address: verdeckt.
link-used-unfinished = Sie haben noch kein Passwort festgelegt. Wir können einen neuen Link an { $address } senden.
# Überschrift: Der Link ist nicht von uns oder abgeschnitten.
link-unknown-title = Wir kennen diesen Link nicht
# Unter der Überschrift; ein Formular für den Code folgt.
link-unknown-body = Vielleicht ist er unvollständig. Öffnen Sie ihn noch einmal aus der E-Mail oder geben Sie den Code aus der E-Mail ein.
# Schaltfläche, die einen neuen Link sendet.
send-link-button = Neuen Link senden
# Schaltfläche oder Link zur App oder Website des Unternehmens.
sign-in-button = Anmelden
# Überschrift nach „Neuen Link senden“; gleich, ob die Adresse bekannt ist oder nicht.
link-sent-title = Sehen Sie in Ihr Postfach
# $address: verdeckt. Darf nicht verraten, ob die Adresse bekannt ist.
link-sent-body = Wir haben eine neue E-Mail an { $address } gesendet, sofern die Adresse noch zu bestätigen ist.
# Dasselbe ohne Adresse. Darf nicht verraten, ob die Adresse bekannt ist.
link-sent-body-unnamed = Wir haben Ihnen eine neue E-Mail gesendet, sofern Ihre Adresse noch zu bestätigen ist.
# Was zu tun ist, wenn die E-Mail nicht kommt.
link-sent-wait = Das kann einige Minuten dauern. Wenn nichts ankommt, sehen Sie bitte auch im Spam-Ordner nach.
# Überschrift des Formulars für den Code.
code-title = Geben Sie den Code aus der E-Mail ein
# Beschriftung des E-Mail-Felds.
email-label = E-Mail-Adresse
# Beschriftung des Code-Felds.
code-label = Code
# Hinweis unter der Beschriftung des Code-Felds.
code-hint = Die sechs Ziffern aus der E-Mail, zum Beispiel 123 456.


### Passwort festlegen

# Überschrift, gleich nachdem die Adresse bestätigt wurde.
confirmed-title = Ihre E-Mail-Adresse ist bestätigt
# Überschrift, wenn die Adresse schon früher bestätigt wurde oder das Formular mit Hinweisen zurückkommt.
password-title = Wählen Sie ein Passwort
# Unter der Überschrift. $tenant: Name des Unternehmens.
password-body = Wählen Sie jetzt ein Passwort für { $tenant }.
# Unter der Überschrift, wenn eine PIN verlangt ist. $tenant: Name des Unternehmens.
password-body-pincode = Wählen Sie jetzt eine 6-stellige PIN für { $tenant }.
# Überschrift, wenn eine PIN verlangt ist.
pincode-title = Wählen Sie eine PIN
# Zeigt, zu wem das Passwort gehört. $address: verdeckt oder ganz.
password-for = Konto: { $address }
# Beschriftung des Passwort-Felds.
password-label = Passwort
# Beschriftung des Felds, wenn eine PIN verlangt ist.
pincode-label = PIN
# Schaltfläche im Feld: Die Eingabe wird lesbar.
password-show = Anzeigen
# Schaltfläche im Feld: Die Eingabe wird wieder verdeckt.
password-hide = Verbergen
# Dieselbe Schaltfläche, vorgelesen.
password-show-long = Passwort anzeigen
# Dieselbe Schaltfläche, vorgelesen.
password-hide-long = Passwort verbergen
# Die Regel für eine PIN in einem Satz.
rule-pincode = Wählen Sie 6 Ziffern, die schwer zu erraten sind.
# Ein Teil der Regel für eine PIN.
rule-pincode-digits = Nur Ziffern
# Ein Teil der Regel für eine PIN.
rule-pincode-length = Genau 6 Stellen
# Die klassische Passwort-Regel in einem Satz.
rule-classic = Verwenden Sie 6 bis 16 Buchstaben, Ziffern und Zeichen.
# Ein Teil der klassischen Regel.
rule-classic-length = 6 bis 16 Zeichen lang
# Ein Teil der klassischen Regel. $signs: die Zeichen, durch Leerzeichen getrennt.
rule-classic-characters = Nur A–Z, a–z, 0–9 und { $signs }
# Die moderne Passwort-Regel in einem Satz. $count: Mindestlänge.
rule-modern = Verwenden Sie mindestens { $count } Zeichen; mehrere Wörter hintereinander sind gut.
# Ein Teil der modernen Regel. $count: Mindestlänge.
rule-modern-length = Mindestens { $count } Zeichen
# Ein Teil der modernen Regel, der nach dem Senden geprüft wird.
rule-modern-common = Kein Passwort, das viele verwenden
# Vorgelesen nach einem Teil der Regel, der erfüllt ist.
rule-met = erfüllt
# Vorgelesen beim Tippen. $met: so viele Teile der Regel sind erfüllt, $total: so viele gibt es.
rule-progress = { $met } von { $total } erfüllt
# Beschriftung des Felds für einen Code aus einem Brief oder Vertrag.
voucher-label = Gutscheincode
# Dasselbe, wenn das Feld leer bleiben darf.
voucher-label-optional = Gutscheincode (freiwillig)
# Hinweis unter der Beschriftung. $tenant: Name des Unternehmens.
voucher-hint = Der Code, den Sie von { $tenant } erhalten haben, zum Beispiel in einem Brief.
# Schaltfläche, die das Passwort festlegt.
password-button = Passwort festlegen
# Schaltfläche, die die PIN festlegt.
pincode-button = PIN festlegen

### Ein Konto aktivieren

# Überschrift der Seite, die der Link einer Einladung öffnet, und der Mail.
activate-title = Aktivieren Sie Ihr Konto
# Darunter, bevor etwas ausgefüllt wird.
activate-body = { $tenant } hat Sie eingeladen. Zuerst bestätigen wir { $address }.
activate-own-body = Aktivieren Sie Ihr Konto bei { $tenant } für { $address }.
# Schaltfläche der E-Mail und die, die das Formular abschickt.
activate-button = Konto aktivieren
# Unter der Überschrift des Formulars.
activate-form-body = Ergänzen Sie, was fehlt, und wählen Sie ein Passwort für { $tenant }.
activate-again-body = Sie haben sich in einem anderen Browser registriert. Wählen Sie Ihr Passwort für { $tenant } deshalb bitte noch einmal.
# Beschriftung eines Feldes, das leer bleiben darf.
field-optional = { $label } (freiwillig)
# Der erste Eintrag einer Auswahlliste.
choice-none = Bitte wählen
# Eingebautes Feld.
field-firstName = Vorname
# Eingebautes Feld.
field-lastName = Nachname
# Eingebautes Feld.
field-companyName = Firma
# Eingebautes Feld.
field-mobileNumber = Mobilnummer
# Eingebautes Feld: die Nummer für den zweiten Schritt der Anmeldung.
field-twoStepMobile = Mobilnummer für die Anmeldung
# Eingebautes Feld und erste Zeile einer Anschrift.
field-address = Straße und Hausnummer
# Eingebautes Feld.
field-locality = Ort
# Eingebautes Feld.
field-region = Region
# Eingebautes Feld.
field-postalCode = Postleitzahl
# Ein Feld, das ausgefüllt werden muss, ist leer.
error-value-missing = Bitte ausfüllen: { $label }
# $count: höchstens so viele Zeichen.
error-value-long = Höchstens { $count } Zeichen für: { $label }
# Eine Telefonnummer ist keine.
error-value-phone = Geben Sie eine Telefonnummer mit Ländervorwahl ein, zum Beispiel +49 30 901820.
# Eine Adresse ist keine.
error-value-email = Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.
# Ein Datum ist keines.
error-value-date = Geben Sie ein Datum ein, das es gibt.
# Der Wert passt nicht zum Feld.
error-value-other = Bitte prüfen Sie Ihre Angabe: { $label }


### Hinweise im Formular

# Das Passwort-Feld blieb leer.
error-password-missing = Geben Sie ein Passwort ein.
# Das PIN-Feld blieb leer.
error-pincode-missing = Geben Sie eine PIN ein.
# Die PIN passt nicht zur Regel.
error-pincode-rule = Geben Sie eine PIN aus genau 6 Ziffern ein.
# Die PIN ist 123456, 111111 oder ähnlich.
error-pincode-common = Wählen Sie eine PIN, die schwerer zu erraten ist. Diese gehört zu den ersten, die andere versuchen.
# Das Passwort passt nicht zur klassischen Regel. $signs: die Zeichen, durch Leerzeichen getrennt.
error-classic-rule = Geben Sie ein Passwort mit 6 bis 16 Zeichen ein, nur aus A–Z, a–z, 0–9 und { $signs }
# Das Passwort ist kürzer, als die moderne Regel erlaubt. $count: Mindestlänge.
error-modern-rule = Geben Sie ein Passwort mit mindestens { $count } Zeichen ein.
# Das Passwort ist sehr verbreitet oder enthält Adresse oder Namen.
error-password-common = Wählen Sie ein Passwort, das schwerer zu erraten ist. Dieses gehört zu den ersten, die andere versuchen.
# Das Gutschein-Feld blieb leer, wird aber gebraucht.
error-voucher-missing = Geben Sie Ihren Gutscheincode ein.
# Der Gutschein gehört nicht zu dieser Person.
error-voucher-wrong = Dieser Gutscheincode passt nicht. Vergleichen Sie ihn mit dem Brief oder der E-Mail.
# Das E-Mail-Feld ist leer oder enthält keine Adresse.
error-email = Geben Sie Ihre E-Mail-Adresse ein, zum Beispiel name@example.com.
# Das E-Mail-Feld enthält etwas, das keine Adresse ist.
error-email-malformed = Die E-Mail-Adresse ist nicht richtig geschrieben. Schreiben Sie sie so: name@example.com
# Mit dieser Adresse kann kein Konto eröffnet werden. Darf nicht verraten, warum.
error-email-refused = Mit dieser E-Mail-Adresse können Sie kein Konto eröffnen. Verwenden Sie eine andere.
# Das Code-Feld ist leer oder enthält keine sechs Ziffern.
error-code-missing = Geben Sie die sechs Ziffern aus der E-Mail ein.
# Der Code stimmt nicht oder ist zu alt. Darf nicht verraten, was zutrifft, noch ob die Adresse bekannt ist.
error-code-wrong = Dieser Code geht nicht. Prüfen Sie ihn oder nehmen Sie unsere neueste E-Mail.


### Vereinbarungen

# Über den Kästchen, die Vereinbarungen annehmen.
agreements-title = Wozu Sie Ihre Zustimmung geben
# Neben einem Kästchen, das angekreuzt sein muss. $title: wie die Vereinbarung heißt.
agreement-accept = Ich stimme zu: { $title }
# Neben einem Kästchen, das leer bleiben darf.
agreement-accept-optional = Ich bin einverstanden: { $title } (freiwillig)
# Link zum Wortlaut.
agreement-read = Lesen: { $title }
# Wird nach einem solchen Link vorgelesen.
opens-in-new-tab = (öffnet einen neuen Tab)
# Über dem Wortlaut.
legal-version = Fassung { $version }, gültig ab { $moment }
# Ein Kästchen, das angekreuzt sein muss, ist leer.
error-agreement-missing = Um fortzufahren, stimmen Sie bitte zu: { $title }
# Der Wortlaut hat sich geändert, seit das Formular geöffnet wurde.
error-agreement-changed = Es gibt eine neue Fassung. Bitte lesen Sie sie und stimmen Sie zu: { $title }


### Fertig

# Überschrift, wenn alles erledigt ist.
done-title = Alles ist eingerichtet
# Unter der Überschrift. $tenant: Name des Unternehmens.
done-body = Sie können sich jetzt bei { $tenant } anmelden.
# Unter der Überschrift, wenn es in der App weitergeht. $tenant: Name des Unternehmens.
done-confirmed-body = Sie können diese Seite schließen und in der App von { $tenant } weitermachen.
# Schaltfläche zur App oder Website. $tenant: Name des Unternehmens.
done-button = Weiter zu { $tenant }


### Probleme

# Überschrift: zu oft versucht.
too-often-title = Bitte warten Sie einen Moment
# Unter der Überschrift. $duration: wie „5 Minuten“.
too-often-body = Bis zur nächsten E-Mail dauert es noch { $duration }.
# Dasselbe, wenn es nicht um eine E-Mail geht. $duration: wie „5 Minuten“.
too-often-try-body = Bis zum nächsten Versuch dauert es noch { $duration }.
# Überschrift: Diese Seite gibt es nicht.
not-found-title = Wir finden diese Seite nicht
# Unter der Überschrift.
not-found-body = Wenn Sie die Adresse eingetippt haben, prüfen Sie sie. Wenn Sie sie kopiert haben, prüfen Sie, ob sie vollständig ist.
# Überschrift: Das Formular war zu lange offen.
page-expired-title = Diese Seite ist abgelaufen
# Unter der Überschrift.
page-expired-body = Sie war längere Zeit offen; zu Ihrer Sicherheit haben wir sie geschlossen. Öffnen Sie den Link in der E-Mail noch einmal.
# Überschrift: Es bleibt nichts zu tun.
already-registered-title = Sie haben schon ein Konto
# Unter der Überschrift. $tenant: Name des Unternehmens.
already-registered-body = Ihr Konto bei { $tenant } ist eingerichtet. Sie können sich anmelden.
# Überschrift: unser Fehler.
our-side-title = Bei uns ist etwas schiefgegangen
# Unter der Überschrift.
our-side-body = Es liegt nicht an Ihnen. Bitte versuchen Sie es in einigen Minuten noch einmal.
# Schaltfläche, die die Seite noch einmal öffnet.
try-again-button = Noch einmal versuchen
# A request that a browser should not have sent.
not-understood-title = Das hat nicht geklappt
# What to do.
not-understood-body = Wir konnten die Angaben nicht verarbeiten. Gehen Sie zurück, prüfen Sie Ihre Eingaben und versuchen Sie es noch einmal.
# Unter allem anderen. $id: Buchstaben und Ziffern, die der Kundendienst nachsehen kann.
request-id = Wenn Sie um Hilfe bitten, nennen Sie dieses Zeichen: { $id }


### Anmelden

# Überschrift.
sign-in-title = Anmelden
# Unter der Überschrift. $tenant: Name des Unternehmens.
sign-in-body = Melden Sie sich bei { $tenant } an.
# Hinweis, gleich nachdem das Konto aktiviert wurde.
sign-in-activated = Ihr Konto ist aktiv. Sie können sich jetzt anmelden.
# Hinweis, gleich nachdem ein neues Passwort festgelegt wurde.
sign-in-changed = Ihr Passwort ist geändert. Melden Sie sich mit dem neuen an.
# Dasselbe, wenn es eine PIN ist.
sign-in-changed-pincode = Ihre PIN ist geändert. Melden Sie sich mit der neuen an.
# Hinweis, wenn die letzte Anmeldung zu lange her ist.
sign-in-again = Bitte melden Sie sich noch einmal an, um fortzufahren.
# Link zu der Seite, die einen Link für ein neues Passwort sendet.
forgot-password = Passwort vergessen?
# Dasselbe, wenn es eine PIN ist.
forgot-pincode = PIN vergessen?
# Link zu der Seite, auf der man ein Konto anlegt.
register-link = Konto anlegen
# Link von anderen Seiten zur Anmeldung.
sign-in-back = Zurück zur Anmeldung
# Das Passwort-Feld blieb leer.
error-sign-in-password = Geben Sie Ihr Passwort ein.
# Das PIN-Feld blieb leer.
error-sign-in-pincode = Geben Sie Ihre PIN ein.
# Kein Konto hat diese Adresse und dieses Passwort. Darf nicht verraten, welches von beiden nicht stimmt.
error-sign-in-match = Die Adresse oder das Passwort stimmt nicht. Prüfen Sie beides oder wählen Sie ein neues Passwort.
# Dasselbe, wenn es eine PIN ist.
error-sign-in-match-pincode = Die Adresse oder die PIN stimmt nicht. Prüfen Sie beides oder wählen Sie eine neue PIN.


### Ein Konto anlegen

# Überschrift.
register-title = Legen Sie Ihr Konto an
# Unter der Überschrift. $tenant: Name des Unternehmens.
register-body = Füllen Sie das Formular aus, um ein Konto bei { $tenant } zu eröffnen.
# Schaltfläche, die das Formular abschickt.
register-button = Konto anlegen
# Link zur Anmeldung.
have-account-link = Ich habe schon ein Konto
# Beschriftung eines zweiten Passwort-Felds, wo die Eingabe nicht lesbar werden kann.
password-again-label = Passwort noch einmal
# Dasselbe, wenn es eine PIN ist.
pincode-again-label = PIN noch einmal
# Dasselbe im Formular einer App (/register). Der erste Satz steht im Englischen fest.
error-email-format = Die E-Mail-Adresse ist nicht richtig geschrieben. Schreiben Sie sie so: name@example.com
# Diese Adresse darf sich dort nicht registrieren. Der erste Satz steht im Englischen fest. Darf nicht verraten, warum.
error-email-not-allowed = Mit dieser E-Mail-Adresse können Sie sich nicht registrieren. Verwenden Sie eine andere.
# In den beiden Passwort-Feldern steht Verschiedenes. Der erste Satz steht fest.
error-passwords-differ = Die Passwörter stimmen nicht überein. Geben Sie in beide Felder dasselbe Passwort ein.
# Dasselbe, wenn es eine PIN ist.
error-pincodes-differ = Die PINs stimmen nicht überein. Geben Sie in beide Felder dieselbe PIN ein.


### Ein neues Passwort wählen

# Unter der Überschrift „Wählen Sie ein neues Passwort“; ein Feld für die Adresse folgt.
recover-body = Nennen Sie uns Ihre E-Mail-Adresse. Wir senden Ihnen einen Link, über den Sie ein neues Passwort wählen.
# Dasselbe, wenn es eine PIN ist.
recover-body-pincode = Nennen Sie uns Ihre E-Mail-Adresse. Wir senden Ihnen einen Link, über den Sie eine neue PIN wählen.
# Schaltfläche, die den Link sendet.
recover-button = Link senden
# Überschrift der Seite, die nach der Adresse fragt, und der, die der Link aus der E-Mail öffnet.
new-password-title = Wählen Sie ein neues Passwort
# Dasselbe, wenn es eine PIN ist.
new-pincode-title = Wählen Sie eine neue PIN
# Unter der Überschrift, über dem Feld. $tenant: Name des Unternehmens.
new-password-body = Es ersetzt Ihr bisheriges Passwort bei { $tenant }.
# Dasselbe, wenn es eine PIN ist. $tenant: Name des Unternehmens.
new-pincode-body = Sie ersetzt Ihre bisherige PIN bei { $tenant }.
# Schaltfläche, die das neue Passwort festlegt.
new-password-button = Neues Passwort festlegen
# Schaltfläche, die die neue PIN festlegt.
new-pincode-button = Neue PIN festlegen
# Unter der Schaltfläche.
new-password-elsewhere = Danach melden wir Sie auf allen anderen Geräten ab.
# Unter der Überschrift „Dieser Link ist abgelaufen“. Die Schaltfläche „Neuen Link senden“ folgt.
recovery-expired-body = Solche Links gelten nur kurze Zeit. Wir können Ihnen einen neuen senden.
# Unter der Überschrift „Dieser Link wurde schon benutzt“.
recovery-used-body = Wenn Sie das waren, können Sie sich anmelden. Wenn nicht, wählen Sie mit einem neuen Link noch einmal.
# Unter der Überschrift „Wir kennen diesen Link nicht“.
recovery-unknown-body = Vielleicht ist er unvollständig. Öffnen Sie ihn noch einmal aus der E-Mail oder fordern Sie einen neuen an.


### Sehen Sie in Ihr Postfach

# $address: ganz, wie eingegeben. Darf nicht verraten, ob die Adresse bekannt ist.
check-mail-register = Wir haben eine E-Mail an { $address } gesendet. Öffnen Sie sie, um Ihr Konto zu aktivieren.
# $address: ganz, wie eingegeben, $tenant: Name des Unternehmens. Darf nicht verraten, ob die Adresse bekannt ist.
check-mail-recover = Wenn { $address } ein Konto bei { $tenant } hat, haben wir eine E-Mail mit einem Link für ein neues Passwort gesendet.
# Dasselbe, wenn es eine PIN ist.
check-mail-recover-pincode = Wenn { $address } ein Konto bei { $tenant } hat, haben wir eine E-Mail mit einem Link für eine neue PIN gesendet.
# Eine neue Adresse ist zu bestätigen. $address: ganz, wie eingegeben.
check-mail-change = Wir haben eine E-Mail an { $address } gesendet. Ihre Adresse ändert sich, sobald Sie sie dort bestätigen.
# Folgt auf jeden dieser Sätze. $duration: wie „24 Stunden“.
check-mail-works = Der Link gilt { $duration }.
# Für alle, die in der Adresse einen Tippfehler sehen.
check-mail-wrong = Falsche Adresse? Gehen Sie zurück und berichtigen Sie sie.


### Weiter zu einer App

# Überschrift, zwischen Anmeldung und App. $app: Name der App.
continue-title = Weiter zu { $app }
# Unter der Überschrift. $address: ganz.
continue-account = Sie sind angemeldet als { $address }.
# Link zur Anmeldung, für alle, die noch ein anderes Konto haben.
continue-other = Anderes Konto verwenden
# Über einer Liste der Daten, die eine App erhält. $app: Name der App.
continue-gets = Was { $app } erhält
# Ein Eintrag dieser Liste.
scope-identity = Die Nummer Ihres Kontos, um Sie wiederzuerkennen
# Ein Eintrag dieser Liste.
scope-profile = Ihr Name und Ihre übrigen Angaben
# Ein Eintrag dieser Liste.
scope-email = Ihre E-Mail-Adresse
# Ein Eintrag dieser Liste.
scope-phone = Ihre Telefonnummer
# Ein Eintrag dieser Liste: Die App muss nicht jedes Mal nach einer Anmeldung fragen.
scope-stay = Die Erlaubnis, dass Sie angemeldet bleiben
# Über den Kästchen, wenn es etwas Neues gibt, dem zuzustimmen ist.
continue-changed = Wir haben geändert, wozu Sie Ihre Zustimmung geben. Lesen Sie es, und stimmen Sie zu, um fortzufahren.
# Schaltfläche, die zur App führt.
continue-button = Weiter
# Schaltfläche, die zur App zurückführt, ohne ihr etwas zu geben.
cancel-button = Abbrechen
# Über den Schaltflächen: was die bedeutet, die zurückführt. $app: Name der App.
continue-cancel = Wenn Sie abbrechen, kehren Sie zu { $app } zurück und sind dort nicht angemeldet. Ihr Konto bleibt, wie es ist.
# Überschrift der Seite, auf der jemand bestätigt oder berichtigt, was das Unternehmen eingetragen hat.
details-title = Prüfen Sie Ihre Angaben
# Unter dieser Überschrift. $tenant: Name des Unternehmens.
details-body = { $tenant } hat dieses Konto für Sie eröffnet. Berichtigen Sie, was nicht stimmt, ergänzen Sie, was fehlt, und bestätigen Sie es.
# Schaltfläche, die bestätigt, was im Formular steht.
details-button = Bestätigen
# Überschrift einer Seite, die von selbst zur App weiterführt.
form-post-title = Einen Moment…
# Darunter; die Schaltfläche „Weiter“ folgt.
form-post-body = Sie kommen zur App zurück. Wenn nichts geschieht, drücken Sie die Schaltfläche.


### Abmelden

# Überschrift.
sign-out-title = Abmelden?
# Unter der Überschrift. $tenant: Name des Unternehmens, $address: ganz.
sign-out-body = Sie sind bei { $tenant } angemeldet als { $address }.
# Dasselbe ohne Adresse. $tenant: Name des Unternehmens.
sign-out-body-unnamed = Sie sind bei { $tenant } angemeldet.
# Schaltfläche, die abmeldet.
sign-out-button = Abmelden
# Überschrift danach.
signed-out-title = Sie sind abgemeldet
# Darunter.
signed-out-body = Sie können diese Seite schließen.
# Schaltfläche zur App oder Website. $tenant: Name des Unternehmens.
signed-out-button = Zurück zu { $tenant }


### Probleme auf dem Weg zu einer App

# Überschrift: Die App ist unbekannt oder hat etwas verlangt, das sie nicht darf.
app-mistake-title = Dieser Link geht nicht
# Unter der Überschrift.
app-mistake-body = Die App, die Sie hierher geschickt hat, hat einen Fehler gemacht. Gehen Sie zu ihr zurück und versuchen Sie es noch einmal. Wenn es wieder geschieht, sagen Sie es denen, die die App machen.
# Unter der Überschrift „Diese Seite ist abgelaufen“, wenn die Anmeldung zu lange gedauert hat.
sign-in-expired-body = Sie war längere Zeit offen; zu Ihrer Sicherheit haben wir sie geschlossen. Gehen Sie zur App zurück und beginnen Sie noch einmal.
# Überschrift: Eine App, die wir nicht kennen, verlangt etwas.
sorry-title = Es tut uns leid
# Darunter. Beide Sätze stehen fest.
unknown-client-body = Wir können Ihre Anfrage gerade nicht bearbeiten. Bitte versuchen Sie es später noch einmal.
# Schaltfläche zu der App, aus der jemand kam.
back-to-app-button = Zurück zur App


### E-Mail: Adresse bestätigen

# Betreff. $tenant: Name des Unternehmens.
mail-confirm-subject = { $tenant }: Bestätigen Sie Ihre E-Mail-Adresse
# Steht in der Liste der E-Mails nach dem Betreff und ergänzt ihn. $code: wie „123 456“, $moment: Datum und Uhrzeit.
mail-confirm-preheader = Ein Klick, oder geben Sie den Code { $code } ein. Beides gilt bis { $moment }.
# Anrede. $name: Vorname.
mail-hello = Guten Tag { $name },
# Anrede, wenn kein Name verwendet werden kann.
mail-hello-unnamed = Guten Tag,
# Wer schreibt und warum. $tenant: Name des Unternehmens.
mail-confirm-why = { $tenant } richtet ein Konto für Sie ein und möchte wissen, ob diese E-Mail-Adresse Ihnen gehört.
# Über dem Code, unter der Schaltfläche.
mail-confirm-code = Oder geben Sie diesen Code ein, wo Sie danach gefragt werden:
# $moment: Datum und Uhrzeit, wie „23. November 2026, 02:00 UTC“.
mail-confirm-until = Die Schaltfläche und der Code gelten bis { $moment }.
# Dasselbe im Textteil, der keine Schaltfläche hat.
mail-confirm-until-text = Der Link und der Code gelten bis { $moment }.
# Für alle, die das nicht angefordert haben.
mail-not-you = Sie haben das nicht angefordert? Dann können Sie diese E-Mail ignorieren; es geschieht nichts.
# Über dem ausgeschriebenen Link.
mail-link-as-text = Wenn die Schaltfläche nicht geht, kopieren Sie diesen Link in Ihren Browser:
# Über dem Link im Textteil, der keine Schaltfläche hat.
mail-confirm-link-text = Um Ihre E-Mail-Adresse zu bestätigen, öffnen Sie diesen Link und drücken Sie dort die Schaltfläche:
# In der Fußzeile. $tenant: Name des Unternehmens, $contact: Web- oder E-Mail-Adresse.
mail-help = Hilfe von { $tenant }: { $contact }
# Betreff einer Einladung.
mail-invite-subject = { $tenant }: Aktivieren Sie Ihr Konto
# Wer schreibt und warum.
mail-invite-why = { $tenant } hat ein Konto für Sie eröffnet. Aktivieren Sie es, um Ihr Passwort zu wählen.
mail-register-why = Sie haben ein Konto bei { $tenant } angelegt. Aktivieren Sie es, um weiterzumachen.
# Über dem Link im Textteil einer Einladung.
mail-invite-link-text = Um Ihr Konto zu aktivieren, öffnen Sie diesen Link und drücken Sie die Schaltfläche:

### Text messages: invitations to a phone number

# Heading of the page that a texted link opens.
confirm-number-title = Bestätigen Sie Ihre Telefonnummer
# Under the heading. $tenant: the company's name, $number: masked, as in "+44•••23".
confirm-number-body = { $tenant } hat Sie eingeladen. Zuerst bestätigen wir { $number }.
# Der Knopf auf dieser Seite.
confirm-number-button = Telefonnummer bestätigen
# Heading right after the number was confirmed.
number-confirmed-title = Ihre Telefonnummer ist bestätigt
# Heading after "Send me a new link", where links are texted.
link-texted-title = Sehen Sie in Ihre Nachrichten
# $number: masked. Must not tell whether the number is known.
link-texted-body = Wir haben eine neue Nachricht an { $number } gesendet, sofern die Nummer noch zu bestätigen ist.
# What to do if the message does not come.
link-texted-wait = Das kann einige Minuten dauern.
# The text message, first line; the link follows. Every character costs: as short as it can be, without emphasis,
# with plain letters of your language only. $tenant: the company's name.
sms-invite = { $tenant } hat ein Konto für Sie angelegt. So aktivieren Sie es:
# The text message: the code follows on a line of its own.
sms-code = Oder mit diesem Code:
# The text message, last line. $moment: date and time, as in "23 November 2026, 02:00 UTC".
sms-until = Beides gilt bis { $moment }.


### Zurückgezogene Einladungen

# Überschrift: das Unternehmen hat die Einladung zurückgenommen.
link-withdrawn-title = Diese Einladung wurde zurückgezogen
# Unter der Überschrift. Darf nicht sagen, warum, und nicht, für wen sie war. $tenant: Name des Unternehmens.
link-withdrawn-body = Sie gilt nicht mehr. Wenn Sie das für einen Irrtum halten, bitten Sie { $tenant } um Hilfe.


### Reminders

# Betreff einer Erinnerung. $tenant: Name des Unternehmens.
mail-remind-subject = { $tenant }: Ihr Konto wartet noch auf Sie
# Wer schreibt und warum, in einer Erinnerung.
mail-remind-why = Zur Erinnerung von { $tenant }: Wir haben ein Konto für Sie angelegt, und Sie haben es noch nicht aktiviert.


### E-Mail: zu einem bestehenden Konto. Wofür jeder Satz ist, steht in en.ftl.

mail-exists-subject = { $tenant }: Sie haben schon ein Konto
mail-exists-preheader = Jemand wollte sich mit dieser Adresse registrieren. Es hat sich nichts geändert.
mail-exists-why = Jemand, wahrscheinlich Sie, wollte sich mit dieser E-Mail-Adresse bei { $tenant } registrieren. Zu ihr gibt es schon ein Konto; daran hat sich nichts geändert.
mail-exists-link-text = Um sich anzumelden, öffnen Sie diesen Link:
mail-exists-forgotten = Sie haben Ihr Passwort vergessen? Auf der Seite, auf der Sie sich anmelden, können Sie ein neues wählen.
mail-exists-not-you = Das waren nicht Sie? Dann können Sie diese E-Mail ignorieren.
mail-elsewhere-preheader = Sie melden sich ohne Passwort an.
mail-elsewhere-why = Jemand, wahrscheinlich Sie, wollte sich mit dieser E-Mail-Adresse bei { $tenant } registrieren oder ein neues Passwort dafür wählen. Es gibt schon ein Konto. Es hat kein Passwort: Sie melden sich mit { $provider } an.
mail-recover-subject = { $tenant }: Wählen Sie ein neues Passwort
mail-recover-preheader = Öffnen Sie dazu diese E-Mail.
mail-recover-why = Für Ihr Konto bei { $tenant } wurde ein neues Passwort angefordert.
mail-recover-button = Neues Passwort wählen
mail-recover-link-text = Um ein neues Passwort zu wählen, öffnen Sie diesen Link:
mail-link-until = Die Schaltfläche gilt bis { $moment }.
mail-link-until-text = Der Link gilt bis { $moment }.
mail-recover-not-you = Sie haben das nicht angefordert? Dann können Sie diese E-Mail ignorieren; Ihr Passwort bleibt, wie es ist.
mail-changed-subject = { $tenant }: Ihr Passwort wurde geändert
mail-changed-preheader = Wenn Sie das nicht waren, wählen Sie sofort ein neues Passwort.
mail-changed-title = Ihr Passwort wurde geändert
mail-changed-why = Das Passwort Ihres Kontos bei { $tenant } wurde soeben geändert. Ihre anderen Geräte wurden abgemeldet.
mail-changed-not-you = Wenn Sie das waren, müssen Sie nichts tun. Wenn nicht, wählen Sie sofort ein neues Passwort und bitten Sie { $tenant } um Hilfe.
mail-new-email-subject = { $tenant }: Bestätigen Sie Ihre neue E-Mail-Adresse
mail-new-email-preheader = Bis dahin bleibt die alte Adresse bestehen.
mail-new-email-why = Dies soll die neue E-Mail-Adresse Ihres Kontos bei { $tenant } werden. Bis Sie sie bestätigen, bleibt die alte Adresse bestehen.
mail-moved-subject = { $tenant }: Sie melden sich jetzt anders an
mail-moved-title = Sie melden sich jetzt anders an
mail-moved-why = Sie melden sich bei { $tenant } ab jetzt mit { $provider } an. Ihr Passwort für { $tenant } gilt nicht mehr, und Ihre Geräte wurden abgemeldet.
mail-moved-why-unnamed = Sie melden sich bei { $tenant } ab jetzt mit Ihrem Konto bei einem anderen Anbieter an. Ihr Passwort für { $tenant } gilt nicht mehr, und Ihre Geräte wurden abgemeldet.
mail-email-changed-subject = { $tenant }: Ihre E-Mail-Adresse wurde geändert
mail-email-changed-preheader = Wenn Sie das nicht waren, bitten Sie sofort um Hilfe.
mail-email-changed-title = Ihre E-Mail-Adresse wurde geändert
mail-email-changed-why = Ihr Konto bei { $tenant } hat jetzt die E-Mail-Adresse { $address }. Ab sofort melden Sie sich damit an.
mail-email-changed-why-unnamed = Ihr Konto bei { $tenant } hat jetzt eine andere E-Mail-Adresse. Ab sofort melden Sie sich damit an.
mail-ask-for-help = Das waren nicht Sie? Bitten Sie { $tenant } sofort um Hilfe.
mail-deleted-subject = { $tenant }: Ihr Konto wurde gelöscht
mail-deleted-preheader = Auch alles, was dazu gespeichert war, ist gelöscht.
mail-deleted-title = Ihr Konto wurde gelöscht
mail-deleted-why = Ihr Konto bei { $tenant } wurde gelöscht, mit allem, was dazu gespeichert war. Sie können sich damit nicht mehr anmelden.


### Ihr Konto. Wofür jeder Satz ist, steht in en.ftl.

account-title = Ihr Konto
account-who = Sie sind angemeldet als { $name }, { $address }.
account-who-unnamed = Sie sind angemeldet als { $address }.
account-password = Passwort ändern
account-password-what = Wählen Sie ein neues. Ihre anderen Geräte werden dabei abgemeldet.
account-email = E-Mail-Adresse ändern
account-email-what = Die Adresse, mit der Sie sich anmelden.
account-sessions = Wo Sie angemeldet sind
account-sessions-what = Sehen Sie Ihre Geräte und melden Sie sie ab.
account-consents = Wozu Sie Ihre Zustimmung gegeben haben
account-consents-what = Lesen Sie es noch einmal oder widerrufen Sie es.
account-export = Ihre Daten herunterladen
account-export-what = Alles, was wir zu Ihrem Konto speichern, in einer Datei.
account-delete = Konto löschen
account-delete-what = Endgültig, mit allem, was wir dazu speichern.
account-sign-out = Abmelden
account-sign-out-what = Auf diesem Gerät.
account-password-changed = Ihr Passwort ist geändert, und Ihre anderen Geräte sind abgemeldet.
account-email-changed = Ihre E-Mail-Adresse ist geändert. Ab sofort melden Sie sich mit der neuen an.
account-session-ended = Dort sind Sie abgemeldet. Hier bleiben Sie angemeldet.
account-consent-withdrawn = Widerrufen. Ihre Zustimmung gilt nicht mehr.
account-back = Zurück zu Ihrem Konto
account-button = Weiter zu Ihrem Konto


### Ihr Konto: ein anderes Passwort

account-pincode = PIN ändern
change-password-body = Hier bleiben Sie angemeldet. Ihre anderen Geräte werden abgemeldet.
current-password-label = Aktuelles Passwort
current-pincode-label = Aktuelle PIN
current-password-show-long = Aktuelles Passwort anzeigen
current-password-hide-long = Aktuelles Passwort verbergen
new-password-label = Neues Passwort
new-pincode-label = Neue PIN
change-password-button = Passwort ändern
change-pincode-button = PIN ändern
error-current-missing = Geben Sie Ihr aktuelles Passwort ein.
error-current-pincode-missing = Geben Sie Ihre aktuelle PIN ein.
error-current-wrong = Das ist nicht Ihr aktuelles Passwort. Prüfen Sie es und geben Sie es noch einmal ein.
error-current-pincode-wrong = Das ist nicht Ihre aktuelle PIN. Prüfen Sie sie und geben Sie sie noch einmal ein.


### Ihr Konto: eine neue E-Mail-Adresse

change-email-body = Wir senden eine E-Mail an die neue Adresse. Bis Sie sie dort bestätigen, bleibt die alte bestehen.
change-email-now = E-Mail-Adresse bisher: { $address }
new-email-label = Neue E-Mail-Adresse
change-email-button = E-Mail-Adresse ändern
new-email-title = Bestätigen Sie Ihre neue E-Mail-Adresse
new-email-body = Ab jetzt verwenden wir { $address } für Ihr Konto bei { $tenant }.
email-link-expired-body = Ihre alte Adresse bleibt vorerst bestehen. Melden Sie sich bei Ihrem Konto an und fordern Sie einen neuen Link an.
email-link-used-body = Wenn Sie das waren, bleibt nichts zu tun. Wenn nicht, bitten Sie { $tenant } um Hilfe.
email-link-unknown-body = Vielleicht ist er unvollständig, oder es gibt einen neueren. Öffnen Sie ihn noch einmal aus der neuesten E-Mail, oder melden Sie sich bei Ihrem Konto an und fordern Sie einen neuen an.


### Ihr Konto: Geräte

sessions-body = Sie erkennen ein Gerät nicht wieder? Melden Sie es ab und ändern Sie Ihr Passwort.
sessions-alone = Sie sind auf diesem Gerät angemeldet und auf keinem anderen.
session-unknown = Unbekanntes Gerät
session-started = Angemeldet: { $moment }
session-seen = Zuletzt benutzt: { $moment }
session-place = Netz: { $place }
session-this-one = Dieses Gerät benutzen Sie gerade.
session-end-button = Abmelden
session-end-all-button = Überall sonst abmelden


### Ihr Konto: Vereinbarungen

consents-body = Sie können alles noch einmal lesen und widerrufen, was für Ihr Konto nicht nötig ist.
consents-none = Es gibt nichts, wozu Sie Ihre Zustimmung gegeben haben.
consent-accepted = Fassung { $version }, angenommen am { $moment }
consent-withdraw-button = Widerrufen
consent-needed = Für Ihr Konto nötig. Um es zu beenden, löschen Sie das Konto.


### Ihr Konto: das Ende

delete-body = Wir löschen Ihr Konto bei { $tenant } und alles, was wir dazu speichern. Das ist endgültig: Niemand kann es zurückholen.
delete-button = Konto löschen
account-sign-in-again = Sie haben hier kein Passwort. Damit das niemand anders tut, melden Sie sich bitte noch einmal an; danach kommen Sie auf diese Seite zurück.
deleted-title = Ihr Konto ist gelöscht
deleted-body = Auch alles, was { $tenant } dazu gespeichert hatte, ist gelöscht. Sie können diese Seite schließen.


### An account of one of the tenant's kinds, address first

# Under the heading "Create your account". $tenant: the company’s name.
signup-body = Beginnen Sie mit Ihrer E-Mail-Adresse. Wir senden Ihnen einen Link zum übrigen Formular für Ihr Konto bei { $tenant }.
# Above the kinds of account that can be chosen.
kind-legend = Wofür ist das Konto?
# A kind of account.
kind-personal = Privat
# Whom it is for.
kind-personal-hint = Für Sie und Ihren Haushalt.
# A kind of account.
kind-business = Geschäftlich
# Whom it is for.
kind-business-hint = Für ein Unternehmen oder eine andere Organisation.
# No kind was chosen.
error-kind = Wählen Sie, wofür das Konto ist.
# Button that sends the mail with the link to the form.
signup-button = Link an mich senden
# After the button. $address: in full, as it was typed.
check-mail-signup = Wir haben eine E-Mail an { $address } gesendet. Öffnen Sie sie, um weiterzumachen.
# Above the form behind the link, under the heading "Your e-mail address is confirmed". $tenant: the company’s name.
signup-form-body = Füllen Sie den Rest aus und wählen Sie ein Passwort, um Ihr Konto bei { $tenant } zu eröffnen.
# The name of the place that comes with a private account.
location-home = Zuhause
# The same of a business account.
location-place = Standort
# Subject of the mail with the link to the form. $tenant: the company’s name.
mail-signup-subject = { $tenant }: Konto anlegen
# Shown after the subject in a list of mails; completes it. "mail-link-until-text" follows it.
mail-signup-preheader = Öffnen Sie diese E-Mail, um weiterzumachen.
# Why the mail comes. $tenant: the company’s name.
mail-signup-why = Jemand, wahrscheinlich Sie, möchte mit dieser E-Mail-Adresse ein Konto bei { $tenant } anlegen. Das geht auf der nächsten Seite.
# The button.
mail-signup-button = Weiter zum Formular
# Above the link in the text part.
mail-signup-link-text = Öffnen Sie diesen Link, um zum Formular zu gelangen:
# A kind of account.
kind-partner = Partner
# Whom it is for.
kind-partner-hint = Für Händler und Installationsbetriebe.
# A kind of account.
kind-recipient = Datenempfänger
# Whom it is for.
kind-recipient-hint = Für alle, die Daten erhalten, die Kunden teilen.
# Heading: no account of this kind is opened now, though a link leads here.
accounts-closed-title = Dieses Konto kann derzeit nicht eröffnet werden
# Under that heading. $tenant: the company's name.
accounts-closed-body = { $tenant } nimmt zurzeit keine neuen Konten dieser Art an. Wenn Sie eines brauchen, fragen Sie { $tenant }.


### Accounts that wait for a decision

# Heading of the page after the form, of the page for a person who signs in too early, and of the mail that says the same.
awaiting-title = Ihr Konto wartet auf Freigabe
# Under that heading. $tenant: the company's name.
awaiting-body = { $tenant } prüft neue Konten, bevor sie benutzt werden können. Wir schreiben Ihnen, sobald entschieden ist.
# Subject of the mail to the person. $tenant: the company's name.
mail-awaiting-subject = { $tenant }: Ihr Konto wartet auf Freigabe
# Shown after the subject in a list of mails; completes it.
mail-awaiting-preheader = Wir schreiben Ihnen, sobald entschieden ist.
# What the mail says. $tenant: the company's name.
mail-awaiting-why = Sie haben ein Konto bei { $tenant } angelegt. Es wird geprüft, bevor Sie sich anmelden können; wir schreiben Ihnen, sobald entschieden ist.
# Subject of the mail to those who decide. $tenant: the company's name.
mail-approve-subject = { $tenant }: Ein Konto wartet auf Ihre Freigabe
# Shown after the subject in a list of mails; completes it.
mail-approve-preheader = Sie entscheiden, ob es benutzt werden kann.
# Heading of that mail.
mail-approve-title = Ein Konto wartet auf Ihre Freigabe
# Who it is. $person: name, company and address, $tenant: the company's name, $kind: the kind of account, as in "kind-business".
mail-approve-why = { $person } hat ein Konto bei { $tenant } angelegt ({ $kind }). Es kann erst benutzt werden, wenn Sie es freigeben.
# Below it, where the company does not use our pages for deciding.
mail-approve-elsewhere = Sie entscheiden im Backoffice.
# Button below it, to the page where accounts are decided about.
mail-approve-button = Entscheiden
# Above the link in the text part.
mail-approve-link-text = Um zu entscheiden, öffnen Sie diese Seite:
# Subject of the mail to a person whose account was approved. $tenant: the company's name.
mail-approved-subject = { $tenant }: Ihr Konto ist freigegeben
# Shown after the subject in a list of mails; completes it.
mail-approved-preheader = Sie können sich jetzt anmelden.
# Heading of that mail.
mail-approved-title = Ihr Konto ist freigegeben
# What it says; a button to sign in follows. $tenant: the company's name.
mail-approved-why = Ihr Konto bei { $tenant } ist freigegeben. Sie können sich jetzt anmelden.
# Subject of the mail to a person whose account was refused. $tenant: the company's name.
mail-refused-subject = { $tenant }: Ihr Konto wurde nicht freigegeben
# Shown after the subject in a list of mails; completes it.
mail-refused-preheader = Sie können sich damit nicht anmelden.
# Heading of that mail.
mail-refused-title = Ihr Konto wurde nicht freigegeben
# What it says. $tenant: the company's name.
mail-refused-why = { $tenant } hat Ihr Konto nicht freigegeben. Sie können sich damit nicht anmelden.
# Below that an account was approved or refused, where the company gave a reason. $reason: in the company's own words.
mail-refused-reason = Die Begründung: { $reason }


### Vouchers of a campaign

# The code is right, and over, taken back, used up or not valid yet. $tenant: the company's name.
error-voucher-over = Dieser Gutscheincode gilt nicht mehr oder noch nicht. Bitten Sie { $tenant } um einen anderen.
error-voucher-not-now = Wir können diesen Code gerade nicht prüfen. Bitte versuchen Sie es in ein paar Minuten noch einmal.


### People who sign in with an identity provider

sign-in-or = oder
sso-button = Weiter mit { $provider }
sso-again-title = Bitte melden Sie sich noch einmal an
sso-again-body = Die Anmeldung hat zu lange gedauert oder wurde in einem anderen Browser begonnen. Es hat sich nichts geändert.
sso-cancelled-title = Sie sind nicht angemeldet
sso-cancelled-body = { $provider } hat nicht bestätigt, wer Sie sind. Sie können es noch einmal versuchen oder sich anders anmelden.
sso-refused-title = { $provider } hat nicht gezeigt, wer Sie sind
sso-refused-body = Es hat sich nichts geändert. Bitte melden Sie sich noch einmal an, und fragen Sie { $tenant }, wenn es wieder geschieht.
sso-old-title = { $provider } hat nicht bestätigt, dass Sie sich gerade angemeldet haben
sso-old-body = Es hat sich nichts geändert. Was Sie tun wollten, braucht eine neue Anmeldung. Bitte versuchen Sie es noch einmal, und fragen Sie { $tenant }, wenn es wieder geschieht.
sso-trouble-title = { $provider } antwortet nicht
sso-trouble-body = Es liegt nicht an Ihnen, und es hat sich nichts geändert. Bitte versuchen Sie es in ein paar Minuten noch einmal.
sso-unknown-title = { $tenant } kennt Sie noch nicht
sso-unknown-body = { $provider } hat bestätigt, wer Sie sind, aber es gibt kein Konto für Sie. Bitten Sie { $tenant }, Sie hinzuzufügen. Wenn Sie hier ein Passwort haben, können Sie beides verbinden.
sso-have-password = Ich habe ein Passwort
sso-taken-title = Das lässt sich nicht verbinden
sso-taken-body = Ihr Konto oder Ihre Identität bei { $provider } ist schon anders verbunden. Fragen Sie { $tenant } um Hilfe.
sso-invited-title = Bitte öffnen Sie Ihre Einladung
sso-invited-body = { $tenant } hat Ihnen eine E-Mail geschickt. Folgen Sie zuerst dem Link darin. Wenn Sie sie nicht finden, bitten Sie { $tenant }, sie noch einmal zu senden.
sso-form-body = { $provider } hat bestätigt, wer Sie sind. Ergänzen Sie den Rest, um Ihr Konto bei { $tenant } zu eröffnen.
sso-connect-title = Konto verbinden
sso-connect-body = Melden Sie sich noch einmal mit Ihrem Passwort für { $tenant } an. Ab dann melden Sie sich mit { $provider } an, und Ihr Passwort gilt nicht mehr.
sso-connect-body-pincode = Melden Sie sich noch einmal mit Ihrer PIN für { $tenant } an. Ab dann melden Sie sich mit { $provider } an, und Ihre PIN gilt nicht mehr.
sso-connect-account = Ihr Konto bei { $provider }: { $account }
sso-connect-button = Verbinden
sso-address-body = { $provider } sagt nicht, dass diese Adresse Ihnen gehört. Wir schicken Ihnen einen Link; öffnen Sie ihn in diesem Browser.
account-suspended-title = Ihr Konto ist gesperrt
account-suspended-body = { $tenant } hat Ihr Konto vorerst außer Betrieb genommen. Fragen Sie { $tenant } um Hilfe.
