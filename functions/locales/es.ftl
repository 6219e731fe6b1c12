# Usher's words in Spanish. What each message is for stands in en.ftl.
#
# «usted», simple words, short sentences, no blame; nothing that depends on the reader's gender.


### Durations and dates

duration-seconds = { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
}
duration-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
duration-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
duration-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
duration-joined = { $larger } y { $smaller }
moment = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { $year }, { $time } UTC


### Around every page

page-title = { $title } – { $tenant }
page-title-error = Error: { $title }
errors-title = Revise lo siguiente
help-link = Ayuda de { $tenant }
footer-legal = Información legal
footer-language = Idioma
notice-success = Completado
notice-information = Información
notice-warning = Atención
notice-error = Error


### Confirm an e-mail address

confirm-title = Confirme su correo electrónico
confirm-body = Confirmaremos { $address } para { $tenant }.
confirm-button = Confirmar el correo electrónico
confirm-not-you = ¿No lo ha pedido usted? Cierre esta página; no ocurrirá nada.


### Links that do not work, and new ones

link-expired-title = Este enlace ha caducado
link-expired-body = Los enlaces funcionan durante { $duration }. Podemos enviar uno nuevo a { $address }.
link-used-title = Este enlace ya se ha usado
link-used-body = Si fue usted, puede iniciar sesión. Si no, pida ayuda a { $tenant }.
link-used-unfinished = Todavía no ha elegido una contraseña. Podemos enviar un enlace nuevo a { $address }.
link-unknown-title = No reconocemos este enlace
link-unknown-body = Puede que esté incompleto. Ábralo de nuevo desde el correo o escriba el código del correo.
send-link-button = Enviarme un enlace nuevo
sign-in-button = Iniciar sesión
link-sent-title = Mire su correo
link-sent-body = Hemos enviado un correo nuevo a { $address }, si esta dirección está todavía por confirmar.
link-sent-body-unnamed = Le hemos enviado un correo nuevo, si su dirección está todavía por confirmar.
link-sent-wait = Puede tardar unos minutos. Si no ve nada, mire en la carpeta de correo no deseado.
code-title = Escriba el código del correo
email-label = Correo electrónico
code-label = Código
code-hint = Las seis cifras del correo, por ejemplo 123 456.


### Set a password

confirmed-title = Su correo electrónico está confirmado
password-title = Elija una contraseña
password-body = Elija ahora una contraseña para { $tenant }.
password-body-pincode = Elija ahora un PIN de 6 cifras para { $tenant }.
pincode-title = Elija un PIN
password-for = Cuenta: { $address }
password-label = Contraseña
pincode-label = PIN
password-show = Mostrar
password-hide = Ocultar
password-show-long = Mostrar la contraseña
password-hide-long = Ocultar la contraseña
rule-pincode = Elija 6 cifras difíciles de adivinar.
rule-pincode-digits = Solo cifras
rule-pincode-length = Exactamente 6 cifras
rule-classic = Use de 6 a 16 letras, cifras y signos.
rule-classic-length = De 6 a 16 caracteres
rule-classic-characters = Solo A–Z, a–z, 0–9 y { $signs }
rule-modern = Use al menos { $count } caracteres; unas cuantas palabras seguidas sirven.
rule-modern-length = Al menos { $count } caracteres
rule-modern-common = No una contraseña que use mucha gente
rule-met = cumplida
rule-progress = { $met } de { $total } cumplidas
voucher-label = Código de activación
voucher-label-optional = Código de activación (opcional)
voucher-hint = El código que le dio { $tenant }, por ejemplo en una carta.
password-button = Guardar la contraseña
pincode-button = Guardar el PIN


### Activate an account

activate-title = Active su cuenta
activate-body = { $tenant } le ha enviado una invitación. Primero confirmaremos { $address }.
activate-own-body = Active su cuenta en { $tenant } para { $address }.
activate-button = Activar la cuenta
activate-form-body = Complete lo que falta y elija una contraseña para { $tenant }.
activate-again-body = Se registró con otro navegador; por eso, elija de nuevo su contraseña para { $tenant }.
field-optional = { $label } (opcional)
choice-none = Elija una opción
field-firstName = Nombre
field-lastName = Apellidos
field-companyName = Empresa
field-mobileNumber = Teléfono móvil
field-twoStepMobile = Teléfono móvil para iniciar sesión
field-address = Calle y número
field-locality = Localidad
field-region = Región
field-postalCode = Código postal
error-value-missing = Rellene este campo: { $label }
error-value-long = Use como máximo { $count } caracteres para: { $label }
error-value-phone = Escriba un número de teléfono con el prefijo del país, por ejemplo +34 910 123 456.
error-value-email = Escriba un correo electrónico, por ejemplo nombre@example.com.
error-value-date = Escriba una fecha que exista.
error-value-other = Revise lo que ha escrito: { $label }


### Mistakes in a form

error-password-missing = Escriba una contraseña.
error-pincode-missing = Escriba un PIN.
error-pincode-rule = Escriba un PIN de exactamente 6 cifras.
error-pincode-common = Elija un PIN más difícil de adivinar. Este es uno de los primeros que se prueban.
error-classic-rule = Escriba una contraseña de 6 a 16 caracteres, solo con A–Z, a–z, 0–9 y { $signs }
error-modern-rule = Escriba una contraseña de al menos { $count } caracteres.
error-password-common = Elija una contraseña más difícil de adivinar. Esta es una de las primeras que se prueban.
error-voucher-missing = Escriba su código de activación.
error-voucher-wrong = Este código de activación no coincide. Compárelo con la carta o el correo que tiene.
error-email = Escriba su correo electrónico, por ejemplo nombre@example.com.
error-email-malformed = El correo electrónico no está bien escrito. Escríbalo así: nombre@example.com
error-email-refused = No puede abrir una cuenta con este correo electrónico. Use otro.
error-code-missing = Escriba las seis cifras del correo.
error-code-wrong = Este código no funciona. Revíselo o use el correo más reciente que le hemos enviado.


### Finished

done-title = Todo está listo
done-body = Ya puede iniciar sesión en { $tenant }.
done-confirmed-body = Puede cerrar esta página y seguir en la aplicación de { $tenant }.
done-button = Ir a { $tenant }


### Problems

too-often-title = Espere un momento, por favor
too-often-body = Podrá pedir otro correo dentro de { $duration }.
too-often-try-body = Podrá intentarlo de nuevo dentro de { $duration }.
not-found-title = No encontramos esta página
not-found-body = Si ha escrito la dirección, revísela. Si la ha copiado, compruebe que está completa.
page-expired-title = Esta página ha caducado
page-expired-body = Llevaba un tiempo abierta y la hemos cerrado por su seguridad. Abra de nuevo el enlace del correo.
already-registered-title = Ya tiene una cuenta
already-registered-body = Su cuenta en { $tenant } está lista. Puede iniciar sesión.
our-side-title = Algo ha fallado por nuestra parte
our-side-body = No es culpa suya. Inténtelo de nuevo dentro de unos minutos.
try-again-button = Intentar de nuevo
not-understood-title = No ha funcionado
not-understood-body = No hemos podido entender lo que se envió. Vuelva atrás, revise lo que ha escrito e inténtelo de nuevo.
request-id = Si pide ayuda, indique esta referencia: { $id }


### Sign in

sign-in-title = Iniciar sesión
sign-in-body = Inicie sesión en { $tenant }.
sign-in-activated = Su cuenta está activa. Ya puede iniciar sesión.
sign-in-changed = Su contraseña ha cambiado. Inicie sesión con la nueva.
sign-in-changed-pincode = Su PIN ha cambiado. Inicie sesión con el nuevo.
sign-in-again = Para continuar, inicie sesión de nuevo.
forgot-password = ¿Ha olvidado su contraseña?
forgot-pincode = ¿Ha olvidado su PIN?
register-link = Crear una cuenta
sign-in-back = Volver al inicio de sesión
error-sign-in-password = Escriba su contraseña.
error-sign-in-pincode = Escriba su PIN.
error-sign-in-match = La dirección o la contraseña no es correcta. Revise las dos o elija una contraseña nueva.
error-sign-in-match-pincode = La dirección o el PIN no es correcto. Revise los dos o elija un PIN nuevo.


### Create an account

register-title = Cree su cuenta
register-body = Rellene el formulario para abrir una cuenta en { $tenant }.
register-button = Crear la cuenta
have-account-link = Ya tengo una cuenta
password-again-label = Contraseña otra vez
pincode-again-label = PIN otra vez
error-email-format = El correo electrónico no está bien escrito. Escríbalo así: nombre@example.com
error-email-not-allowed = No puede registrarse con este correo electrónico. Use otro.
error-passwords-differ = Las contraseñas no coinciden. Escriba la misma contraseña en los dos campos.
error-pincodes-differ = Los PIN no coinciden. Escriba el mismo PIN en los dos campos.


### Choose a new password

recover-body = Díganos su correo electrónico. Le enviaremos un enlace para elegir una contraseña nueva.
recover-body-pincode = Díganos su correo electrónico. Le enviaremos un enlace para elegir un PIN nuevo.
recover-button = Enviarme un enlace
new-password-title = Elija una contraseña nueva
new-pincode-title = Elija un PIN nuevo
new-password-body = Sustituirá la contraseña que tiene ahora en { $tenant }.
new-pincode-body = Sustituirá el PIN que tiene ahora en { $tenant }.
new-password-button = Guardar la contraseña nueva
new-pincode-button = Guardar el PIN nuevo
new-password-elsewhere = Después cerraremos su sesión en todos sus otros dispositivos.
recovery-expired-body = Un enlace así solo funciona durante poco tiempo. Podemos enviarle uno nuevo.
recovery-used-body = Si fue usted, puede iniciar sesión. Si no, elija de nuevo con un enlace nuevo.
recovery-unknown-body = Puede que esté incompleto. Ábralo de nuevo desde el correo o pida uno nuevo.


### Check your mail

check-mail-register = Hemos enviado un correo a { $address }. Ábralo para activar su cuenta.
check-mail-recover = Si { $address } tiene una cuenta en { $tenant }, hemos enviado un correo con un enlace para elegir una contraseña nueva.
check-mail-recover-pincode = Si { $address } tiene una cuenta en { $tenant }, hemos enviado un correo con un enlace para elegir un PIN nuevo.
check-mail-change = Hemos enviado un correo a { $address }. Su dirección cambiará en cuanto la confirme allí.
check-mail-works = El enlace funciona durante { $duration }.
check-mail-wrong = ¿La dirección no es la correcta? Vuelva atrás y corríjala.


### Go on to an app

continue-title = Continuar en { $app }
continue-account = Ha iniciado sesión como { $address }.
continue-other = Usar otra cuenta
continue-gets = Qué recibe { $app }
scope-identity = El número de su cuenta, para reconocerle
scope-profile = Su nombre y el resto de su perfil
scope-email = Su correo electrónico
scope-phone = Su número de teléfono
scope-stay = Permiso para mantener su sesión abierta
continue-changed = Hemos cambiado lo que acepta. Léalo y acéptelo para continuar.
continue-button = Continuar
cancel-button = Cancelar
continue-cancel = Si cancela, volverá a { $app } sin haber iniciado sesión. Su cuenta seguirá como está.
details-title = Revise sus datos
details-body = { $tenant } ha abierto esta cuenta para usted. Corrija lo que no sea correcto, complete lo que falte y confirme.
details-button = Confirmar
form-post-title = Un momento…
form-post-body = Vuelve a la aplicación. Si no ocurre nada, pulse el botón.


### Sign out

sign-out-title = ¿Cerrar la sesión?
sign-out-body = Ha iniciado sesión en { $tenant } como { $address }.
sign-out-body-unnamed = Ha iniciado sesión en { $tenant }.
sign-out-button = Cerrar la sesión
signed-out-title = Ha cerrado la sesión
signed-out-body = Puede cerrar esta página.
signed-out-button = Volver a { $tenant }


### Problems on the way to an app

app-mistake-title = Este enlace no funciona
app-mistake-body = La aplicación que le ha traído aquí ha cometido un error. Vuelva a ella e inténtelo de nuevo. Si ocurre otra vez, avise a quienes hacen la aplicación.
sign-in-expired-body = Llevaba un tiempo abierta y la hemos cerrado por su seguridad. Vuelva a la aplicación y empiece de nuevo.
sorry-title = Lo sentimos
unknown-client-body = Ahora mismo no podemos tramitar su solicitud. Inténtelo de nuevo más tarde.
back-to-app-button = Volver a la aplicación


### Mail: confirm an e-mail address

mail-confirm-subject = { $tenant }: confirme su correo electrónico
mail-confirm-preheader = Un clic, o escriba el código { $code }. Ambos funcionan hasta el { $moment }.
mail-hello = Hola, { $name }:
mail-hello-unnamed = Hola:
mail-confirm-why = { $tenant } está abriendo una cuenta para usted y quiere saber si este correo electrónico es suyo.
mail-confirm-code = O escriba este código donde se le pida:
mail-confirm-until = El botón y el código funcionan hasta el { $moment }.
mail-confirm-until-text = El enlace y el código funcionan hasta el { $moment }.
mail-not-you = ¿No lo ha pedido usted? Puede ignorar este correo; no ocurrirá nada.
mail-link-as-text = Si el botón no funciona, copie este enlace en su navegador:
mail-confirm-link-text = Para confirmar su correo electrónico, abra este enlace y pulse el botón:
mail-help = Ayuda de { $tenant }: { $contact }
mail-invite-subject = { $tenant }: active su cuenta
mail-invite-why = { $tenant } ha abierto una cuenta para usted. Actívela para elegir su contraseña.
mail-register-why = Ha creado una cuenta en { $tenant }. Actívela para continuar.
mail-invite-link-text = Para activar su cuenta, abra este enlace y pulse el botón:


### Agreements

agreements-title = Lo que acepta
agreement-accept = Acepto: { $title }
agreement-accept-optional = Estoy de acuerdo: { $title } (opcional)
agreement-read = Leer: { $title }
opens-in-new-tab = (se abre en una pestaña nueva)
legal-version = Versión { $version }, en vigor desde el { $moment }
error-agreement-missing = Para continuar, acepte: { $title }
error-agreement-changed = Hay una versión nueva. Léala y acéptela: { $title }


### Text messages

confirm-number-title = Confirme su número de teléfono
confirm-number-body = { $tenant } le ha enviado una invitación. Primero confirmaremos { $number }.
confirm-number-button = Confirmar el número de teléfono
number-confirmed-title = Su número de teléfono está confirmado
link-texted-title = Mire sus mensajes
link-texted-body = Hemos enviado un mensaje nuevo a { $number }, si todavía está por confirmar.
link-texted-wait = Puede tardar unos minutos.
sms-invite = { $tenant } ha abierto una cuenta para usted. Para activarla:
sms-code = O escriba esta clave:
sms-until = Ambos valen hasta el { $moment }.


### Invitations that were withdrawn

link-withdrawn-title = Esta invitación se ha retirado
link-withdrawn-body = Ya no es válida. Si cree que es un error, pida ayuda a { $tenant }.


### Reminders

mail-remind-subject = { $tenant }: su cuenta sigue esperándole
mail-remind-why = Un recordatorio de { $tenant }: hemos abierto una cuenta para usted y todavía no la ha activado.


### Mail: about an account that there is

mail-exists-subject = { $tenant }: ya tiene una cuenta
mail-exists-preheader = Alguien ha intentado registrarse con esta dirección. No ha cambiado nada.
mail-exists-why = Alguien, probablemente usted, ha intentado registrarse en { $tenant } con este correo electrónico. Ya hay una cuenta con él y no ha cambiado nada en ella.
mail-exists-link-text = Para iniciar sesión, abra este enlace:
mail-exists-forgotten = ¿Ha olvidado la contraseña? Puede elegir una nueva en la página donde inicia sesión.
mail-exists-not-you = ¿No fue usted? Entonces puede ignorar este correo.
mail-elsewhere-preheader = Inicia sesión sin contraseña.
mail-elsewhere-why = Alguien, probablemente usted, ha intentado registrarse en { $tenant } con este correo electrónico o elegir una contraseña nueva. Ya hay una cuenta. No tiene contraseña: inicia sesión con { $provider }.
mail-recover-subject = { $tenant }: elija una contraseña nueva
mail-recover-preheader = Abra este correo para elegirla.
mail-recover-why = Se nos ha pedido una contraseña nueva para su cuenta en { $tenant }.
mail-recover-button = Elegir una contraseña nueva
mail-recover-link-text = Para elegir una contraseña nueva, abra este enlace:
mail-link-until = El botón funciona hasta el { $moment }.
mail-link-until-text = El enlace funciona hasta el { $moment }.
mail-recover-not-you = ¿No lo ha pedido usted? Puede ignorar este correo; su contraseña sigue como está.
mail-changed-subject = { $tenant }: su contraseña se ha cambiado
mail-changed-preheader = Si no fue usted, elija una contraseña nueva ahora mismo.
mail-changed-title = Su contraseña se ha cambiado
mail-changed-why = La contraseña de su cuenta en { $tenant } se acaba de cambiar. Se ha cerrado la sesión en sus demás dispositivos.
mail-changed-not-you = Si fue usted, no tiene que hacer nada. Si no, elija una contraseña nueva ahora mismo y pida ayuda a { $tenant }.
mail-new-email-subject = { $tenant }: confirme su nuevo correo electrónico
mail-new-email-preheader = Hasta entonces se mantiene la dirección anterior.
mail-new-email-why = Este será el nuevo correo electrónico de su cuenta en { $tenant }. Hasta que lo confirme, se mantiene la dirección anterior.
mail-moved-subject = { $tenant }: ahora inicia sesión de otro modo
mail-moved-title = Ahora inicia sesión de otro modo
mail-moved-why = A partir de ahora inicia sesión en { $tenant } con { $provider }. Su contraseña para { $tenant } ya no vale y se ha cerrado la sesión en sus dispositivos.
mail-moved-why-unnamed = A partir de ahora inicia sesión en { $tenant } con su cuenta de otro proveedor. Su contraseña para { $tenant } ya no vale y se ha cerrado la sesión en sus dispositivos.
mail-email-changed-subject = { $tenant }: su correo electrónico se ha cambiado
mail-email-changed-preheader = Si no fue usted, pida ayuda ahora mismo.
mail-email-changed-title = Su correo electrónico se ha cambiado
mail-email-changed-why = Su cuenta en { $tenant } tiene ahora el correo electrónico { $address }. A partir de ahora inicie sesión con él.
mail-email-changed-why-unnamed = Su cuenta en { $tenant } tiene ahora otro correo electrónico. A partir de ahora inicie sesión con él.
mail-ask-for-help = ¿No fue usted? Pida ayuda a { $tenant } ahora mismo.
mail-deleted-subject = { $tenant }: su cuenta se ha eliminado
mail-deleted-preheader = También se ha eliminado todo lo que se guardaba de ella.
mail-deleted-title = Su cuenta se ha eliminado
mail-deleted-why = Su cuenta en { $tenant } se ha eliminado, con todo lo que se guardaba de ella. Ya no puede iniciar sesión con ella.


### Your account

account-title = Su cuenta
account-who = Ha iniciado sesión como { $name }, { $address }.
account-who-unnamed = Ha iniciado sesión como { $address }.
account-password = Cambiar la contraseña
account-password-what = Elija una nueva. Se cerrará la sesión en sus demás dispositivos.
account-email = Cambiar el correo electrónico
account-email-what = El que usa para iniciar sesión.
account-sessions = Dónde ha iniciado sesión
account-sessions-what = Vea sus dispositivos y cierre la sesión en ellos.
account-consents = Lo que ha aceptado
account-consents-what = Léalo de nuevo o retire su consentimiento.
account-export = Descargar sus datos
account-export-what = Todo lo que guardamos de su cuenta, en un solo archivo.
account-delete = Eliminar su cuenta
account-delete-what = Para siempre, con todo lo que guardamos de ella.
account-sign-out = Cerrar sesión
account-sign-out-what = En este dispositivo.
account-password-changed = Su contraseña ha cambiado y se ha cerrado la sesión en sus demás dispositivos.
account-email-changed = Su correo electrónico ha cambiado. A partir de ahora inicie sesión con el nuevo.
account-session-ended = Allí se ha cerrado la sesión. Aquí sigue abierta.
account-consent-withdrawn = Retirado. Su consentimiento ya no vale.
account-back = Volver a su cuenta
account-button = Ir a su cuenta


### Your account: another password

account-pincode = Cambiar el PIN
change-password-body = Aquí la sesión sigue abierta. Se cerrará en sus demás dispositivos.
current-password-label = Contraseña actual
current-pincode-label = PIN actual
current-password-show-long = Mostrar la contraseña actual
current-password-hide-long = Ocultar la contraseña actual
new-password-label = Contraseña nueva
new-pincode-label = PIN nuevo
change-password-button = Cambiar la contraseña
change-pincode-button = Cambiar el PIN
error-current-missing = Escriba su contraseña actual.
error-current-pincode-missing = Escriba su PIN actual.
error-current-wrong = Esta no es su contraseña actual. Revísela y escríbala de nuevo.
error-current-pincode-wrong = Este no es su PIN actual. Revíselo y escríbalo de nuevo.


### Your account: a new e-mail address

change-email-body = Enviaremos un correo a la dirección nueva. Hasta que la confirme, se mantiene la anterior.
change-email-now = Correo electrónico actual: { $address }
new-email-label = Correo electrónico nuevo
change-email-button = Cambiar el correo electrónico
new-email-title = Confirme su nuevo correo electrónico
new-email-body = A partir de ahora usaremos { $address } para su cuenta en { $tenant }.
email-link-expired-body = De momento se mantiene su dirección anterior. Inicie sesión en su cuenta y pida un enlace nuevo.
email-link-used-body = Si fue usted, no queda nada por hacer. Si no, pida ayuda a { $tenant }.
email-link-unknown-body = Puede que esté incompleto o que haya uno más reciente. Ábralo de nuevo desde el correo más reciente, o inicie sesión en su cuenta y pida uno nuevo.


### Your account: devices

sessions-body = ¿No reconoce un dispositivo? Cierre la sesión en él y cambie su contraseña.
sessions-alone = Ha iniciado sesión en este dispositivo y en ningún otro.
session-unknown = Dispositivo desconocido
session-started = Inicio de sesión: { $moment }
session-seen = Último uso: { $moment }
session-place = Red: { $place }
session-this-one = Es el dispositivo que está usando ahora.
session-end-button = Cerrar sesión
session-end-all-button = Cerrar sesión en todos los demás


### Your account: agreements

consents-body = Puede leerlo todo de nuevo y retirar aquello que su cuenta no necesita.
consents-none = No hay nada que haya aceptado.
consent-accepted = Versión { $version }, aceptada el { $moment }
consent-withdraw-button = Retirar
consent-needed = Necesario para su cuenta. Para ponerle fin, elimine la cuenta.


### Your account: its end

delete-body = Eliminaremos su cuenta en { $tenant } y todo lo que guardamos de ella. Es definitivo: nadie podrá recuperarla.
delete-button = Eliminar la cuenta
account-sign-in-again = Aquí no tiene contraseña. Para que nadie más lo haga, inicie sesión una vez más; después volverá a esta página.
deleted-title = Su cuenta está eliminada
deleted-body = También se ha eliminado todo lo que { $tenant } guardaba de ella. Puede cerrar esta página.


### An account of one of the tenant's kinds, address first

# Under the heading "Create your account". $tenant: the company’s name.
signup-body = Empiece con su correo electrónico. Le enviaremos un enlace al resto del formulario para su cuenta en { $tenant }.
# Above the kinds of account that can be chosen.
kind-legend = ¿Para qué es la cuenta?
# A kind of account.
kind-personal = Particular
# Whom it is for.
kind-personal-hint = Para usted y su hogar.
# A kind of account.
kind-business = Empresa
# Whom it is for.
kind-business-hint = Para una empresa u otra organización.
# No kind was chosen.
error-kind = Elija para qué es la cuenta.
# Button that sends the mail with the link to the form.
signup-button = Enviarme el enlace
# After the button. $address: in full, as it was typed.
check-mail-signup = Hemos enviado un correo a { $address }. Ábralo para continuar.
# Above the form behind the link, under the heading "Your e-mail address is confirmed". $tenant: the company’s name.
signup-form-body = Complete el formulario y elija una contraseña para abrir su cuenta en { $tenant }.
# The name of the place that comes with a private account.
location-home = Casa
# The same of a business account.
location-place = Ubicación
# Subject of the mail with the link to the form. $tenant: the company’s name.
mail-signup-subject = { $tenant }: cree su cuenta
# Shown after the subject in a list of mails; completes it. "mail-link-until-text" follows it.
mail-signup-preheader = Abra este correo para continuar.
# Why the mail comes. $tenant: the company’s name.
mail-signup-why = Alguien, probablemente usted, quiere crear una cuenta en { $tenant } con este correo electrónico. Continúe al formulario para crearla.
# The button.
mail-signup-button = Continuar al formulario
# Above the link in the text part.
mail-signup-link-text = Para continuar al formulario, abra este enlace:
# A kind of account.
kind-partner = Socio
# Whom it is for.
kind-partner-hint = Para distribuidores e instaladores.
# A kind of account.
kind-recipient = Destinatario de datos
# Whom it is for.
kind-recipient-hint = Para quien recibe datos que comparten los clientes.
# Heading: no account of this kind is opened now, though a link leads here.
accounts-closed-title = Esta cuenta no se puede abrir por ahora
# Under that heading. $tenant: the company's name.
accounts-closed-body = { $tenant } no admite ahora cuentas nuevas de este tipo. Si necesita una, pregunte a { $tenant }.


### Accounts that wait for a decision

# Heading of the page after the form, of the page for a person who signs in too early, and of the mail that says the same.
awaiting-title = Su cuenta espera aprobación
# Under that heading. $tenant: the company's name.
awaiting-body = { $tenant } revisa las cuentas nuevas antes de que se puedan usar. Le enviaremos un correo cuando esté decidido.
# Subject of the mail to the person. $tenant: the company's name.
mail-awaiting-subject = { $tenant }: su cuenta espera aprobación
# Shown after the subject in a list of mails; completes it.
mail-awaiting-preheader = Le enviaremos un correo cuando esté decidido.
# What the mail says. $tenant: the company's name.
mail-awaiting-why = Ha creado una cuenta en { $tenant }. Se revisa antes de que pueda iniciar sesión; le enviaremos un correo cuando esté decidido.
# Subject of the mail to those who decide. $tenant: the company's name.
mail-approve-subject = { $tenant }: una cuenta espera su aprobación
# Shown after the subject in a list of mails; completes it.
mail-approve-preheader = Usted decide si se puede usar.
# Heading of that mail.
mail-approve-title = Una cuenta espera su aprobación
# Who it is. $person: name, company and address, $tenant: the company's name, $kind: the kind of account, as in "kind-business".
mail-approve-why = { $person } ha creado una cuenta en { $tenant } ({ $kind }). No se puede usar hasta que usted la apruebe.
# Below it, where the company does not use our pages for deciding.
mail-approve-elsewhere = Usted decide en su back office.
# Button below it, to the page where accounts are decided about.
mail-approve-button = Decidir
# Above the link in the text part.
mail-approve-link-text = Para decidir, abra esta página:
# Subject of the mail to a person whose account was approved. $tenant: the company's name.
mail-approved-subject = { $tenant }: su cuenta está aprobada
# Shown after the subject in a list of mails; completes it.
mail-approved-preheader = Ya puede iniciar sesión.
# Heading of that mail.
mail-approved-title = Su cuenta está aprobada
# What it says; a button to sign in follows. $tenant: the company's name.
mail-approved-why = Su cuenta en { $tenant } está aprobada. Ya puede iniciar sesión.
# Subject of the mail to a person whose account was refused. $tenant: the company's name.
mail-refused-subject = { $tenant }: su cuenta no se ha aprobado
# Shown after the subject in a list of mails; completes it.
mail-refused-preheader = No permite iniciar sesión.
# Heading of that mail.
mail-refused-title = Su cuenta no se ha aprobado
# What it says. $tenant: the company's name.
mail-refused-why = { $tenant } no ha aprobado su cuenta, así que no permite iniciar sesión.
# Below that an account was approved or refused, where the company gave a reason. $reason: in the company's own words.
mail-refused-reason = El motivo: { $reason }


### Vouchers of a campaign

# The code is right, and over, taken back, used up or not valid yet. $tenant: the company's name.
error-voucher-over = Este código ya no es válido, o todavía no. Pida otro a { $tenant }.
error-voucher-not-now = En este momento no podemos comprobar este código. Vuelva a intentarlo dentro de unos minutos.


### People who sign in with an identity provider

sign-in-or = o
sso-button = Continuar con { $provider }
sso-again-title = Inicie sesión de nuevo
sso-again-body = El inicio de sesión tardó demasiado o empezó en otro navegador. No ha cambiado nada.
sso-cancelled-title = No ha iniciado sesión
sso-cancelled-body = { $provider } no ha confirmado quién es usted. Puede intentarlo de nuevo o iniciar sesión de otro modo.
sso-refused-title = { $provider } no ha mostrado quién es usted
sso-refused-body = No ha cambiado nada. Inicie sesión de nuevo y pida ayuda a { $tenant } si vuelve a ocurrir.
sso-old-title = { $provider } no ha confirmado que acaba de iniciar sesión
sso-old-body = No ha cambiado nada. Lo que quería hacer requiere un nuevo inicio de sesión. Inténtelo otra vez y pida ayuda a { $tenant } si vuelve a ocurrir.
sso-trouble-title = { $provider } no responde
sso-trouble-body = No es culpa suya y no ha cambiado nada. Inténtelo de nuevo dentro de unos minutos.
sso-unknown-title = { $tenant } todavía no le conoce
sso-unknown-body = { $provider } ha confirmado quién es usted, pero no hay ninguna cuenta para usted. Pida a { $tenant } que le añada. Si tiene aquí una contraseña, puede conectar las dos.
sso-have-password = Tengo una contraseña
sso-taken-title = No se puede conectar
sso-taken-body = Su cuenta, o quién es usted en { $provider }, está conectada con otra cosa. Pida ayuda a { $tenant }.
sso-invited-title = Abra su invitación
sso-invited-body = { $tenant } le ha enviado un correo. Siga primero el enlace que contiene. Si no lo encuentra, pida a { $tenant } que lo envíe de nuevo.
sso-form-body = { $provider } ha confirmado quién es usted. Rellene el resto para abrir su cuenta en { $tenant }.
sso-connect-title = Conecte su cuenta
sso-connect-body = Inicie sesión una vez más con su contraseña de { $tenant }. A partir de entonces iniciará sesión con { $provider } y su contraseña dejará de valer.
sso-connect-body-pincode = Inicie sesión una vez más con su PIN de { $tenant }. A partir de entonces iniciará sesión con { $provider } y su PIN dejará de valer.
sso-connect-account = Su cuenta en { $provider }: { $account }
sso-connect-button = Conectar
sso-address-body = { $provider } no dice que esta dirección sea suya. Le enviaremos un enlace; ábralo en este navegador.
account-suspended-title = Su cuenta está suspendida
account-suspended-body = { $tenant } ha dejado su cuenta fuera de uso por el momento. Pida ayuda a { $tenant }.
