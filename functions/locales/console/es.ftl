# The console's words in Spanish. What each message is for stands in en.ftl.
#
# «usted», simple words, short sentences, no blame; nothing that depends on somebody's gender.


### Around every page

console-page-title = { $title } – Consola de { $tenant }
console-name = Consola
console-menu = Consola
console-start = Resumen
console-approvals = Aprobaciones
console-people = Personas
console-funnel = Progreso
console-onboarding = Apertura de cuentas
console-signed-in = Ha iniciado sesión como { $operator }
console-sign-out = Cerrar sesión
console-skip = Ir al contenido
console-language = Idioma
console-errors = Esto no ha funcionado
console-next-page = Página siguiente
console-none = –
console-changed = Entretanto, otra persona ha cambiado esto. Mire cómo está ahora y haga su cambio de nuevo.
console-gone = Ya no es posible: ha cambiado entretanto.
console-wait = Espere { $wait } antes de volver a hacerlo, por favor.

### Access

denied-title = No tiene acceso a la consola
denied-body = Ha iniciado sesión como { $operator }. Con esta dirección no se gestionan las cuentas de esta empresa. Pida a quien administra la consola de la empresa que añada su dirección, o inicie sesión con otra.
too-much-title = Era demasiado para guardarlo de una vez
too-much-body = Un formulario puede contener hasta 64 kilobytes. Este era más grande, por lo que no se ha guardado nada. Vuelva atrás con su navegador: lo que ha escrito sigue ahí. Acórtelo y guarde de nuevo.
too-much-anew = Empezar de nuevo con lo que está guardado

### Overview

start-body = Atienda a las personas que tienen una cuenta en { $tenant }.
start-approvals = Decida sobre las cuentas que esperan aprobación.
start-people = Encuentre a una persona; vea en qué punto está, envíe de nuevo una invitación o retírela.
start-funnel = Vea cuántas personas llegan del primer paso al último.
start-onboarding = Elija qué cuentas se pueden abrir, qué se pregunta y qué aspecto tienen las páginas y los correos.

### Approvals

approvals-empty = Ninguna cuenta espera aprobación.
approvals-since = Espera desde el { $moment }
approvals-reason = Motivo (opcional)
approvals-reason-hint = La persona lo lee en el correo, así que escríbalo en su idioma.
approvals-approve = Aprobar
approvals-refuse = Rechazar
approvals-approved = La cuenta está aprobada. Se avisa a la persona por correo.
approvals-refused = La cuenta está rechazada. Se avisa a la persona por correo.
approvals-decided = Otra persona ya ha decidido sobre esta cuenta.
approvals-too-long = Un motivo tiene como máximo 500 caracteres.

### Kinds of account and states

kind-name-personal = Particular
kind-name-business = Empresa
kind-name-channel-partner = Socio
kind-name-data-recipient = Destinatario de datos
state-provisioned = Cuenta preparada
state-verified = Dirección confirmada
state-awaiting-approval = Espera aprobación
state-refused = Rechazada
state-registered = Registro completado
state-active = Cuenta activa
state-suspended = Suspendida

### People

people-search = Dirección, nombre o identificador
people-search-hint = Un correo electrónico completo, el principio de un nombre o un identificador como usr_…
people-search-button = Buscar
people-newest = Últimas personas añadidas
people-found = Resultados de «{ $query }»
people-nobody = No se ha encontrado a nadie.
people-too-short = Escriba al menos dos letras de un nombre, una dirección completa o un identificador.
people-name = Nombre
people-address = Correo electrónico
people-kind = Tipo
people-state = Estado
people-since = Desde
people-unnamed = Todavía sin nombre

### A person

person-back = Volver a las personas
person-details = Datos
person-next = Siguiente paso
next-verify-address = La persona confirma su dirección
next-set-credential = La persona elige una contraseña
next-decide = Alguien decide sobre la cuenta
next-send-first-data = Llegan los primeros datos
person-id = Identificador
person-external-id = Identificador en su empresa
person-phone = Teléfono
person-language = Idioma
person-verified-by = Confirmación por
verified-by-mail = Correo
verified-by-sms = SMS
verified-by-tenant = Su empresa
verified-by-provider = Su proveedor de identidad
person-customer = Cliente
person-organisation = Organización
person-role = Función
role-owner = Titular
role-member = Miembro
person-places = Ubicaciones
person-history = Historial
history-invited = Invitación
history-provisioned = Cuenta preparada
history-self-registered = Se registró
history-signed-up = Abrió la cuenta
history-verified = { $by ->
    [sms] Número confirmado por SMS
    [tenant] Dirección confirmada por su empresa
    [provider] Dirección confirmada por el proveedor de identidad
   *[mail] Dirección confirmada por correo
}
history-approval-asked = Aprobación solicitada
history-approved = Aprobada por { $by }
history-refused = Rechazada por { $by }
history-by-endpoint = su servicio
history-by-operator = operador { $id }
history-reason = { $what }: «{ $reason }»
history-details-confirmed = Datos confirmados
history-password-changed = Contraseña cambiada
history-accepted = Aceptó { $agreement }, versión { $version }
history-withdrew = Retiró { $agreement }, versión { $version }
history-expires = El enlace funciona hasta entonces
history-opened = Enlace usado
history-revoked = Invitación retirada
history-delivery = { $channel ->
    [sms] SMS
   *[email] Correo
}: { $status ->
    [queued] en espera de envío
    [sent] enviado
    [delivered] entregado
    [bounced] rechazado por el servidor de correo
    [complained] marcado por la persona como no deseado
   *[failed] no se ha podido enviar
}
person-bounced = El servidor de correo de la persona rechaza la dirección. Ya no se envían correos.
person-complained = La persona ha marcado un correo como no deseado. Ya no se envían correos.
person-invitation = Invitación
invitation-status = { $status ->
    [queued] En espera de envío
    [sent] Enviada
    [delivered] Entregada
    [bounced] Rechazada por el servidor de correo
    [verified] Dirección confirmada
    [completed] Completada
    [expired] Caducada
   *[revoked] Retirada
} (para { $app })
invitation-resend = Enviar de nuevo
invitation-revoke = Retirar
invitation-revoke-hint = Una invitación retirada deja de valer para siempre.
invitation-resent = La invitación está de nuevo en camino.
invitation-revoked = La invitación está retirada.
invitation-stopped = Ya no se envían correos a esta dirección.
person-consents = Consentimientos
consents-none = Todavía no se ha aceptado nada.
consents-version = { $agreement }, versión { $version }
consents-accepted = Aceptada el { $moment }
consents-withdrawn = Consentimiento retirado el { $moment }

### Funnel

console-date = { $day } de { $month ->
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
} de { $year }
funnel-body = Cuántas personas han llegado a cada paso, del { $from } al { $to }.
funnel-period = Periodo
funnel-days = { $days ->
    [one] Último día
   *[other] Últimos { $days } días
}
funnel-kind = Tipo de cuenta
funnel-all = Todos
funnel-show = Mostrar
funnel-step = Paso
funnel-people = Personas
funnel-of-before = Respecto al paso anterior
funnel-share = { $percent } %
step-provisioned = Cuenta preparada
step-sent = Correo enviado
step-delivered = Correo entregado
step-verified = Dirección confirmada
step-registered = Registro completado
step-active = Cuenta activa
funnel-by-day = Por día
funnel-day = Día

### User onboarding

onboarding-body = Lo que guarde aquí se aplica en menos de un minuto. Cada cambio se conserva y se puede deshacer.
onboarding-kinds = Tipos de cuenta
onboarding-on = Se puede abrir
onboarding-off = No se puede abrir
onboarding-look = Aspecto y contacto
onboarding-look-what = Nombre, color, logotipo, ayuda y enlaces legales de las páginas y los correos.
onboarding-preview = Vista previa
onboarding-preview-what = Páginas y correos como los ven las personas, en cada idioma.
onboarding-document = Configuración completa
onboarding-document-what = Todo en un solo documento, con acuerdos, aplicaciones y textos propios.
onboarding-versions = Versiones
onboarding-versions-what = Quién cambió qué y cuándo, y cómo deshacerlo.
onboarding-save = Guardar
onboarding-saved = Guardado. Se aplica en menos de un minuto.
onboarding-moved = Guardado. Un proveedor ahora es otro: quienes estaban vinculados al anterior pueden elegir una contraseña por correo, si su dirección está confirmada, y después vincularse de nuevo.
onboarding-back = Volver a la apertura de cuentas
onboarding-wrong = Corrija lo siguiente; no se ha cambiado nada.

### A kind of account

kind-enabled = Se pueden abrir cuentas de este tipo
kind-voucher = Código de activación
kind-voucher-usual = Como es habitual en este tipo
kind-voucher-none = No se pide
kind-voucher-optional = Opcional
kind-voucher-required = Obligatorio
kind-without-code = Los socios pueden registrarse sin código de activación
kind-customer-fields = Preguntas sobre el cliente
kind-user-fields = Preguntas sobre la persona
kind-fields-hint = Para quitar una fila, deje vacío su nombre.
field-name = Nombre
field-type = Tipo
field-label = Etiqueta
field-label-in = Etiqueta ({ $language })
field-choices = Opciones
field-required = Obligatorio
field-shown = Visible
field-row = Fila { $number }
field-type-usual = Predefinido
field-type-text = Texto
field-type-email = Correo electrónico
field-type-phone = Número de teléfono
field-type-date = Fecha
field-type-choice = Opción
field-type-address = Dirección postal
field-more = Más
question-about = La pregunta
question-words = Textos
question-rules = Reglas
question-label = Etiquetas, un idioma por línea
question-label-hint = Por ejemplo: es = Empresa
question-choices-hint = Para el tipo «Opción», una por línea, seguida de las etiquetas: farm | en = Farm | es = Granja
question-longest = Número máximo de caracteres
question-longest-hint = Hasta 500; si queda vacío, son 100.
question-pattern = Patrón que debe cumplir todo el valor
question-pattern-hint = Una expresión regular, como DE[0-9]{"{"}9{"}"}
question-scope = Scope con el que las apps ven el valor
question-scope-hint = Si queda vacío, ningún ID token lo contiene.
kind-password = Contraseñas
kind-password-usual = Como en el resto de su empresa
kind-password-modern = Al menos 15 caracteres cualesquiera
kind-password-classic = De 6 a 16 letras y cifras
kind-password-pincode = Un PIN de seis cifras
kind-verify = Las personas que usted registra comprueban sus datos la primera vez que inician sesión
kind-location = Con la cuenta se crea una ubicación
kind-location-name = Nombres de la ubicación, un idioma por línea
kind-location-hint = Por ejemplo: es = Sede. Si queda vacío, el nombre es «Casa» o «Ubicación» en el idioma de la persona.
kind-approval = Alguien decide sobre cada cuenta antes de que valga
kind-approvers = A quién se avisa por correo, una dirección por línea
kind-approved = Direcciones y dominios que no necesitan aprobación, uno por línea
kind-allowed = Solo estas direcciones y dominios pueden abrir una cuenta, uno por línea
kind-denied = Estas direcciones y dominios no pueden, uno por línea
kind-addresses-hint = Una dirección, o un dominio con @ delante, como @example.org

### Look and contact

look-name = Nombre de la empresa
look-language = Idioma si nadie pide otro
look-colour = Color, como #0b5fff
look-logo = Dirección del logotipo
look-favicon = Dirección del icono de la pestaña del navegador
look-support-url = Página de ayuda
look-support-email = Correo electrónico de ayuda
look-postal = Dirección postal al pie de los correos
look-legal = Enlaces legales
look-legal-label = Texto
look-legal-url = Dirección

### The whole configuration

document-label = Configuración en formato JSON
document-hint = Las claves secretas aparecen como «kept»: se quedan como están.
document-malformed = Esto no es JSON: { $detail }

### Versions

version-number = Versión
version-at = Guardada
version-by = Por
version-current = En vigor
version-restore = Restaurar la versión { $number }

### Preview

preview-body = Todo se abre como lo ven las personas. Los botones no llevan a ninguna parte.
preview-pages = Páginas
preview-mails = Correos
preview-form = Formulario de una cuenta: { $kind }

### Agreements

onboarding-agreements = Acuerdos
onboarding-agreement-new = Nuevo acuerdo
onboarding-agreement-new-what = Condiciones, avisos de privacidad y ofertas que se piden aceptar.
onboarding-more = Todo lo demás
agreement-count = Versiones: { $count }
agreement-name = Nombre corto
agreement-name-hint = De 1 a 40 caracteres de a–z, 0–9 y guion. Aparece en los enlaces y no cambia nunca.
agreement-required = Nadie puede terminar sin aceptarlo
agreement-audience = Para quién
agreement-audience-hint = Si no se elige nada, es para todo el mundo.
agreement-versions = Versiones hasta ahora
agreement-version = Versión { $number }, desde el { $moment }
agreement-next = Nueva versión
agreement-next-hint = El texto de una versión no cambia nunca. Deje el texto vacío para no añadir ninguna.
agreement-from = Desde qué día (UTC); vacío: de inmediato
agreement-again = Quien aceptó una versión anterior tiene que aceptar esta
agreement-remove = Quitarlo: ya no se pide a nadie
agreement-title = Título ({ $language })
agreement-text = Texto, en Markdown ({ $language })

### Rules, apps and texts of one's own

onboarding-rules = Invitaciones e inicio de sesión
onboarding-rules-what = Duración de los enlaces, recordatorios, contraseñas y personas que usan esta consola.
onboarding-texts = Textos propios
onboarding-texts-what = Frases de páginas y correos con palabras propias.
onboarding-apps = Aplicaciones y servidores
onboarding-app-new = Nueva aplicación o servidor
onboarding-app-new-what = Adónde vuelven las personas y los programas que llaman por usted.
rules-inviting = Invitaciones
rules-signing-in = Inicio de sesión
rules-sender = Nombre del remitente de los correos
rules-invite = A quien usted añade se le envía un correo enseguida
rules-link-life = Cuánto vale un enlace enviado, en segundos
rules-cooldown = Cuánto falta para poder enviarlo de nuevo, en segundos
rules-reminders = Cuándo recordar la invitación, en horas después de ella
rules-numbers-hint = Números separados por comas, como 48, 120; vacío: nunca
rules-purge = Cuándo borrar a los invitados que no se registraron, en días después de la invitación
rules-purge-hint = Vacío: nunca
rules-proof = Para una primera contraseña se muestra
rules-proof-shown = que la dirección es suya, o un vale
rules-proof-none = nada: quien conozca la dirección puede quedarse la cuenta
rules-ticket-life = Tiempo para elegir una contraseña, en segundos
rules-idle = Cuánto sigue conectado un navegador sin uso, en segundos
rules-session = Cuánto sigue conectado un navegador como máximo, en segundos
rules-app-link = Adónde van las personas al terminar
rules-link-base = Comienzo de los enlaces enviados, si los abre la aplicación
rules-organization = ID de organización que envían las aplicaciones
rules-operators = Quién usa esta consola, una dirección por línea
rules-operators-hint = Cada uno puede cambiarlo todo aquí. Use direcciones que lea una sola persona.
app-about = General
app-rights = Qué puede hacer
app-people = Sus personas
app-id = ID de cliente
app-id-hint = De 1 a 64 letras, cifras, guiones y guiones bajos. No cambia nunca.
app-kind = Tipo
app-kind-app = Aplicación que usan personas
app-kind-server = Servidor que llama por sí mismo
app-name = Nombre que conocen las personas
app-customers = Sus personas son del tipo
app-environment = ID de entorno que envía
app-grants = Cómo obtiene tokens
app-secret = SHA-256 de su secreto, en base64
app-secret-hint = «usher keygen --secret» crea ambos. El secreto mismo no se guarda nunca.
app-keys = Claves con las que firma, una por línea
app-keys-hint = El ID de la clave, un espacio y lo que «usher keygen» mostró como public
app-introspects = Puede preguntar qué dicen los tokens de sus otras aplicaciones
app-configures = Puede cambiar todo lo configurado aquí
app-configures-hint = Quien tenga su clave decide qué pueden hacer los demás. Déselo a un solo back office.
app-delivers = Puede pedir enlaces y códigos para entregarlos él mismo
app-delivers-hint = Entonces puede activar la cuenta de cualquiera a quien invite.
app-redirects = Adónde pueden volver las personas, una dirección por línea
app-logouts = Lo mismo tras cerrar la sesión
app-channels = Cómo se invita a las personas
app-by-mail = Por correo
app-by-sms = Por SMS
app-registers = Las personas pueden registrarse
app-sign-up = Las personas pueden abrir una cuenta de uno de sus tipos
app-allowed = Solo estas direcciones y dominios pueden registrarse, uno por línea
app-denied = Estas no pueden, una por línea
app-fields = Preguntas a sus personas
app-remove = Quitarlo: sus tokens y claves terminan enseguida
provider-heading = Servicio propio para los códigos de socios
decider-heading = Recordatorios y servicio propio que decide
kind-reminders = Cuándo recordárselo a quienes deciden, en horas
service-url = Dónde se le pregunta
service-url-hint = Una dirección que empieza por https://; vacío: no hay
service-by = Cómo sabe que pregunta Usher
service-by-nothing = No lo sabe
service-by-signature = Por una firma
service-by-token = Por un token
service-by-password = Por nombre y contraseña
service-user = Nombre, con una contraseña
service-secret = Token o contraseña
provider-name = Campo de la respuesta con el nombre del socio
provider-mapping = Qué más se toma, uno por línea
provider-mapping-hint = Un campo de la respuesta = una pregunta sobre el cliente, como company = companyName
provider-target = Organización de esos socios
texts-body = Cualquier frase de páginas y correos puede decirse de otro modo. Búsquela por lo que dice ahora.
texts-language = Idioma
texts-search = Palabras de una frase
texts-nothing = Ninguna frase tiene estas palabras y no hay ninguna propia en este idioma.
texts-more = Hay más: busque más palabras.
texts-hint = Si queda vacía, vale la frase de Usher. Lo que va entre llaves se rellena: déjelo tal cual.

### Identity providers

onboarding-connections = Inicio de sesión único
onboarding-connection-new = Nuevo proveedor de identidad
onboarding-connection-new-what = Sus personas inician sesión donde ya tienen una cuenta.
connection-id-hint = De 1 a 40 entre a–z, 0–9 y guiones. No cambia nunca.
connection-matches = Conoce a las personas por el ID que da su back office
connection-matches-hint = external_authentication_provider_id; de varios proveedores, uno como máximo
connection-introspection = Preguntar por sus tokens (RFC 7662)
connection-url-hint = Una dirección que empieza por https://
connection-client = ID de cliente de Usher allí
connection-secret = Secreto de cliente de Usher allí
connection-authentication = Dónde va el secreto
connection-subject = Dónde está el ID de la persona en la respuesta
connection-subject-hint = Un JSON Pointer como /sub; vacío: /external_authentication_provider_id
connection-audience = A quién deben ir dirigidos sus tokens
connection-audience-hint = Vacío: nadie lo mira, y un token de otro servicio vale aquí
connection-remove = Quitarlo: nadie inicia sesión con él
onboarding-provider-new = Nuevo proveedor de identidad con botón
onboarding-provider-new-what = Sus personas inician sesión con un botón en su navegador.
provider-oidc = Cómo se llega a él (OpenID Connect)
provider-people = Sus personas
provider-issuer = Emisor
provider-issuer-hint = Exactamente como lo nombran sus metadatos: https://…
provider-scopes = Ámbitos (scopes)
provider-scopes-hint = Uno por línea; openid entre ellos
provider-userinfo = Preguntar también a su UserInfo
provider-provisioned = Dónde está el identificador de su back office en lo que dice
provider-provisioned-hint = Un JSON Pointer como /sub
provider-claims = Valores que se toman de él
provider-claims-hint = Uno por línea: firstName = /given_name
provider-button = Texto del botón
provider-button-hint = Un idioma por línea: es = Continuar con Acme
provider-newcomers = Personas a las que nadie conoce aquí
provider-newcomers-linked = Se les dice a quién preguntar
provider-newcomers-user = Obtienen una cuenta al momento
provider-newcomers-customer = Rellenan el formulario de un tipo de cuenta
provider-kind = Ese tipo de cuenta
provider-kind-none = Ninguno
provider-callback = Dirección de retorno, que el proveedor debe conocer
provider-logout = Dirección para el cierre de sesión en segundo plano (back-channel logout)
