# The console's words in European Portuguese. What each message is for stands in en.ftl.
#
# Polite third person without «você»; simple words, short sentences, no blame; nothing that depends on somebody's
# gender. The company's name follows a bare «de» or «em», since its article is not known.


### Around every page

console-page-title = { $title } – Consola de { $tenant }
console-name = Consola
console-menu = Consola
console-start = Visão geral
console-approvals = Aprovações
console-people = Pessoas
console-funnel = Progresso
console-onboarding = Abertura de contas
console-signed-in = Iniciou sessão como { $operator }
console-sign-out = Terminar sessão
console-skip = Ir para o conteúdo
console-language = Idioma
console-errors = Isto não resultou
console-next-page = Página seguinte
console-none = –
console-changed = Entretanto, outra pessoa alterou isto. Veja como está agora e faça de novo a sua alteração.
console-gone = Já não é possível: entretanto, algo mudou.
console-wait = Aguarde { $wait } antes de o fazer de novo.

### Access

denied-title = Não tem acesso à consola
denied-body = Iniciou sessão como { $operator }. Com este endereço não se gerem as contas desta empresa. Peça a quem administra a consola da empresa que adicione o seu endereço, ou inicie sessão com outro.
too-much-title = Era demasiado para guardar de uma vez
too-much-body = Um formulário pode ter até 64 kilobytes. Este era maior, por isso nada foi guardado. Volte atrás no seu navegador: o que escreveu ainda lá está. Encurte-o e guarde de novo.
too-much-anew = Recomeçar a partir do que está guardado

### Overview

start-body = Acompanhe as pessoas que têm uma conta em { $tenant }.
start-approvals = Decida sobre as contas que aguardam aprovação.
start-people = Encontre uma pessoa; veja em que ponto está, envie de novo um convite ou retire-o.
start-funnel = Veja quantas pessoas chegam do primeiro passo ao último.
start-onboarding = Escolha que contas se podem abrir, o que se pergunta e o aspeto das páginas e dos e-mails.

### Approvals

approvals-empty = Nenhuma conta aguarda aprovação.
approvals-since = Aguarda desde { $moment }
approvals-reason = Motivo (opcional)
approvals-reason-hint = A pessoa lê-o no e-mail, por isso escreva-o no idioma dela.
approvals-approve = Aprovar
approvals-refuse = Recusar
approvals-approved = A conta está aprovada. A pessoa recebe um e-mail.
approvals-refused = A conta está recusada. A pessoa recebe um e-mail.
approvals-decided = Outra pessoa já decidiu sobre esta conta.
approvals-too-long = Um motivo tem no máximo 500 carateres.

### Kinds of account and states

kind-name-personal = Particular
kind-name-business = Empresa
kind-name-channel-partner = Parceiro
kind-name-data-recipient = Destinatário de dados
state-provisioned = Conta preparada
state-verified = Endereço confirmado
state-awaiting-approval = Aguarda aprovação
state-refused = Recusada
state-registered = Registo concluído
state-active = Conta ativa
state-suspended = Suspensa

### People

people-search = Endereço, nome ou identificador
people-search-hint = Um endereço de e-mail completo, o início de um nome ou um identificador como usr_…
people-search-button = Procurar
people-newest = Últimas pessoas adicionadas
people-found = Resultados para «{ $query }»
people-nobody = Não se encontrou ninguém.
people-too-short = Escreva pelo menos duas letras de um nome, um endereço completo ou um identificador.
people-name = Nome
people-address = Endereço de e-mail
people-kind = Tipo
people-state = Estado
people-since = Desde
people-unnamed = Ainda sem nome

### A person

person-back = Voltar às pessoas
person-details = Dados
person-next = Próximo passo
next-verify-address = A pessoa confirma o seu endereço
next-set-credential = A pessoa escolhe uma palavra-passe
next-decide = Alguém decide sobre a conta
next-send-first-data = Chegam os primeiros dados
person-id = Identificador
person-external-id = Identificador na sua empresa
person-phone = Telefone
person-language = Idioma
person-verified-by = Confirmação por
verified-by-mail = E-mail
verified-by-sms = SMS
verified-by-tenant = A sua empresa
verified-by-provider = O seu fornecedor de identidade
person-customer = Cliente
person-organisation = Organização
person-role = Função
role-owner = Titular
role-member = Membro
person-places = Locais
person-history = Histórico
history-invited = Convite
history-provisioned = Conta preparada
history-self-registered = Registou-se
history-signed-up = Abriu a conta
history-verified = { $by ->
    [sms] Número confirmado por SMS
    [tenant] Endereço confirmado pela sua empresa
    [provider] Endereço confirmado pelo fornecedor de identidade
   *[mail] Endereço confirmado por e-mail
}
history-approval-asked = Aprovação pedida
history-approved = Aprovada por { $by }
history-refused = Recusada por { $by }
history-by-endpoint = o seu serviço
history-by-operator = operador { $id }
history-reason = { $what }: «{ $reason }»
history-details-confirmed = Dados confirmados
history-password-changed = Palavra-passe alterada
history-accepted = Aceitou { $agreement }, versão { $version }
history-withdrew = Retirou { $agreement }, versão { $version }
history-expires = A ligação funciona até então
history-opened = Ligação usada
history-revoked = Convite retirado
history-delivery = { $channel ->
    [sms] SMS
   *[email] E-mail
}: { $status ->
    [queued] a aguardar envio
    [sent] enviado
    [delivered] entregue
    [bounced] recusado pelo servidor de e-mail
    [complained] marcado pela pessoa como não solicitado
   *[failed] não foi possível enviar
}
person-bounced = O servidor de e-mail da pessoa recusa o endereço. Já não se enviam e-mails.
person-complained = A pessoa marcou um e-mail como não solicitado. Já não se enviam e-mails.
person-invitation = Convite
invitation-status = { $status ->
    [queued] A aguardar envio
    [sent] Enviado
    [delivered] Entregue
    [bounced] Recusado pelo servidor de e-mail
    [verified] Endereço confirmado
    [completed] Concluído
    [expired] Expirado
   *[revoked] Retirado
} (para { $app })
invitation-resend = Enviar de novo
invitation-revoke = Retirar
invitation-revoke-hint = Um convite retirado deixa de valer para sempre.
invitation-resent = O convite está de novo a caminho.
invitation-revoked = O convite está retirado.
invitation-stopped = Já não se enviam e-mails para este endereço.
person-consents = Consentimentos
consents-none = Ainda nada foi aceite.
consents-version = { $agreement }, versão { $version }
consents-accepted = Aceite em { $moment }
consents-withdrawn = Consentimento retirado em { $moment }

### Funnel

console-date = { $day } de { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[12] dezembro
} de { $year }
funnel-body = Quantas pessoas chegaram a cada passo, de { $from } a { $to }.
funnel-period = Período
funnel-days = { $days ->
    [one] Último dia
   *[other] Últimos { $days } dias
}
funnel-kind = Tipo de conta
funnel-all = Todos
funnel-show = Mostrar
funnel-step = Passo
funnel-people = Pessoas
funnel-of-before = Em relação ao passo anterior
funnel-share = { $percent }%
step-provisioned = Conta preparada
step-sent = E-mail enviado
step-delivered = E-mail entregue
step-verified = Endereço confirmado
step-registered = Registo concluído
step-active = Conta ativa
funnel-by-day = Por dia
funnel-day = Dia

### User onboarding

onboarding-body = O que guardar aqui aplica-se no espaço de um minuto. Cada alteração é conservada e pode ser anulada.
onboarding-kinds = Tipos de conta
onboarding-on = Pode ser aberta
onboarding-off = Não pode ser aberta
onboarding-look = Aspeto e contacto
onboarding-look-what = Nome, cor, logótipo, ajuda e ligações legais das páginas e dos e-mails.
onboarding-preview = Pré-visualização
onboarding-preview-what = Páginas e e-mails como as pessoas os veem, em cada idioma.
onboarding-document = Configuração completa
onboarding-document-what = Tudo num só documento, com acordos, aplicações e textos próprios.
onboarding-versions = Versões
onboarding-versions-what = Quem alterou o quê e quando, e como o anular.
onboarding-save = Guardar
onboarding-saved = Guardado. Aplica-se no espaço de um minuto.
onboarding-moved = Guardado. Um fornecedor é agora outro: quem estava ligado ao anterior pode escolher uma palavra-passe por e-mail, se o endereço estiver confirmado, e depois ligar-se de novo.
onboarding-back = Voltar à abertura de contas
onboarding-wrong = Corrija o seguinte; nada foi alterado.

### A kind of account

kind-enabled = Podem abrir-se contas deste tipo
kind-voucher = Código de ativação
kind-voucher-usual = Como é habitual neste tipo
kind-voucher-none = Não é pedido
kind-voucher-optional = Opcional
kind-voucher-required = Obrigatório
kind-without-code = Os parceiros podem registar-se sem código de ativação
kind-customer-fields = Perguntas sobre o cliente
kind-user-fields = Perguntas sobre a pessoa
kind-fields-hint = Para retirar uma linha, deixe o nome dela vazio.
field-name = Nome
field-type = Tipo
field-label = Etiqueta
field-label-in = Etiqueta ({ $language })
field-choices = Opções
field-required = Obrigatório
field-shown = Visível
field-row = Linha { $number }
field-type-usual = Predefinido
field-type-text = Texto
field-type-email = Endereço de e-mail
field-type-phone = Número de telefone
field-type-date = Data
field-type-choice = Opção
field-type-address = Morada
field-more = Mais
question-about = A pergunta
question-words = Textos
question-rules = Regras
question-label = Etiquetas, um idioma por linha
question-label-hint = Por exemplo: pt = Empresa
question-choices-hint = Para o tipo «Opção», uma por linha, seguida das etiquetas: farm | en = Farm | pt = Quinta
question-longest = Número máximo de caracteres
question-longest-hint = Até 500; se ficar vazio, são 100.
question-pattern = Padrão a que todo o valor tem de corresponder
question-pattern-hint = Uma expressão regular, como DE[0-9]{"{"}9{"}"}
question-scope = Scope com que as aplicações veem o valor
question-scope-hint = Se ficar vazio, nenhum ID token o contém.
kind-password = Palavras-passe
kind-password-usual = Como no resto da sua empresa
kind-password-modern = Pelo menos 15 caracteres quaisquer
kind-password-classic = 6 a 16 letras e algarismos
kind-password-pincode = Um PIN de seis algarismos
kind-verify = As pessoas que regista verificam os seus dados no primeiro início de sessão
kind-location = Com a conta é criado um local
kind-location-name = Nomes do local, um idioma por linha
kind-location-hint = Por exemplo: pt = Sede. Se ficar vazio, o nome é «Casa» ou «Local» no idioma da pessoa.
kind-approval = Alguém decide sobre cada conta antes de ela valer
kind-approvers = Quem é avisado por e-mail, um endereço por linha
kind-approved = Endereços e domínios que não precisam de aprovação, um por linha
kind-allowed = Só estes endereços e domínios podem abrir uma conta, um por linha
kind-denied = Estes endereços e domínios não podem, um por linha
kind-addresses-hint = Um endereço, ou um domínio com @ antes, como @example.org

### Look and contact

look-name = Nome da empresa
look-language = Idioma quando ninguém pede outro
look-colour = Cor, como #0b5fff
look-logo = Endereço do logótipo
look-favicon = Endereço do ícone no separador do navegador
look-support-url = Página de ajuda
look-support-email = Endereço de e-mail de ajuda
look-postal = Morada no fim dos e-mails
look-legal = Ligações legais
look-legal-label = Texto
look-legal-url = Endereço

### The whole configuration

document-label = Configuração em formato JSON
document-hint = As chaves secretas aparecem como «kept»: ficam como estão.
document-malformed = Isto não é JSON: { $detail }

### Versions

version-number = Versão
version-at = Guardada
version-by = Por
version-current = Em vigor
version-restore = Repor a versão { $number }

### Preview

preview-body = Tudo abre como as pessoas o veem. Os botões não levam a lado nenhum.
preview-pages = Páginas
preview-mails = E-mails
preview-form = Formulário de uma conta: { $kind }

### Agreements

onboarding-agreements = Acordos
onboarding-agreement-new = Novo acordo
onboarding-agreement-new-what = Condições, avisos de privacidade e ofertas a aceitar.
onboarding-more = Tudo o resto
agreement-count = Versões: { $count }
agreement-name = Nome curto
agreement-name-hint = De 1 a 40 carateres de a–z, 0–9 e hífen. Aparece nas ligações e nunca muda.
agreement-required = Ninguém pode concluir sem o aceitar
agreement-audience = Para quem
agreement-audience-hint = Se nada for escolhido, é para todas as pessoas.
agreement-versions = Versões até agora
agreement-version = Versão { $number }, a partir de { $moment }
agreement-next = Nova versão
agreement-next-hint = O texto de uma versão nunca muda. Deixe o texto vazio para não acrescentar nenhuma.
agreement-from = A partir de que dia (UTC); vazio: de imediato
agreement-again = Quem aceitou uma versão anterior tem de aceitar esta
agreement-remove = Remover: já não é pedido a ninguém
agreement-title = Título ({ $language })
agreement-text = Texto, em Markdown ({ $language })

### Rules, apps and texts of one's own

onboarding-rules = Convites e início de sessão
onboarding-rules-what = Duração das ligações, lembretes, palavras-passe e pessoas que usam esta consola.
onboarding-texts = Textos próprios
onboarding-texts-what = Frases das páginas e dos e-mails nas suas próprias palavras.
onboarding-apps = Aplicações e servidores
onboarding-app-new = Nova aplicação ou servidor
onboarding-app-new-what = Para onde as pessoas regressam e os programas que chamam por si.
rules-inviting = Convites
rules-signing-in = Início de sessão
rules-sender = Nome do remetente dos e-mails
rules-invite = Quem adicionar recebe logo um e-mail
rules-link-life = Quanto tempo vale uma ligação enviada, em segundos
rules-cooldown = Tempo até novo envio, em segundos
rules-reminders = Quando lembrar os convidados, em horas após o convite
rules-numbers-hint = Números separados por vírgulas, como 48, 120; vazio: nunca
rules-purge = Quando apagar os convidados que não se registaram, em dias após o convite
rules-purge-hint = Vazio: nunca
rules-proof = Para uma primeira palavra-passe mostra-se
rules-proof-shown = que o endereço é seu, ou um vale
rules-proof-none = nada: quem souber o endereço pode ficar com a conta
rules-ticket-life = Tempo para escolher uma palavra-passe, em segundos
rules-idle = Quanto tempo um navegador sem uso fica ligado, em segundos
rules-session = Quanto tempo um navegador fica ligado no máximo, em segundos
rules-app-link = Para onde vão as pessoas no fim
rules-link-base = Início das ligações enviadas, se a aplicação as abrir
rules-organization = ID da organização que as aplicações enviam
rules-operators = Quem usa esta consola, um endereço por linha
rules-operators-hint = Cada um pode alterar tudo aqui. Use endereços que só uma pessoa lê.
app-about = Geral
app-rights = O que pode fazer
app-people = As suas pessoas
app-id = ID de cliente
app-id-hint = 1 a 64 letras, algarismos, hífenes e traços inferiores. Nunca muda.
app-kind = Tipo
app-kind-app = Aplicação que pessoas usam
app-kind-server = Servidor que chama por si
app-name = Nome que as pessoas conhecem
app-customers = As suas pessoas são do tipo
app-environment = ID do ambiente que envia
app-grants = Como obtém tokens
app-secret = SHA-256 do segredo, em base64
app-secret-hint = “usher keygen --secret” cria ambos. O próprio segredo nunca é guardado.
app-keys = Chaves com que assina, uma por linha
app-keys-hint = O ID da chave, um espaço e o que “usher keygen” mostrou como public
app-introspects = Pode perguntar o que dizem os tokens das suas outras aplicações
app-configures = Pode alterar tudo o que está configurado aqui
app-configures-hint = Quem tiver a chave decide o que os outros podem fazer. Dê-o a um só back office.
app-delivers = Pode pedir ligações e códigos para os entregar
app-delivers-hint = Pode então ativar a conta de todos os que convidar.
app-redirects = Para onde as pessoas podem regressar, um endereço por linha
app-logouts = O mesmo após terminar a sessão
app-channels = Como as pessoas são convidadas
app-by-mail = Por e-mail
app-by-sms = Por SMS
app-registers = As pessoas podem registar-se
app-sign-up = As pessoas podem abrir uma conta de um dos seus tipos
app-allowed = Só estes endereços e domínios podem registar-se, um por linha
app-denied = Estes não podem, um por linha
app-fields = Perguntas às suas pessoas
app-remove = Remover: os seus tokens e chaves terminam logo
provider-heading = O seu serviço para códigos de parceiros
decider-heading = Lembretes e o seu serviço que decide
kind-reminders = Quando lembrar quem decide, em horas
service-url = Onde é perguntado
service-url-hint = Um endereço que começa por https://; vazio: não há
service-by = Como sabe que é o Usher que pergunta
service-by-nothing = Não sabe
service-by-signature = Por uma assinatura
service-by-token = Por um token
service-by-password = Por nome e palavra-passe
service-user = Nome, com uma palavra-passe
service-secret = Token ou palavra-passe
provider-name = Campo da resposta com o nome do parceiro
provider-mapping = O que mais é aproveitado, um por linha
provider-mapping-hint = Um campo da resposta = uma pergunta sobre o cliente, como company = companyName
provider-target = Organização desses parceiros
texts-body = Qualquer frase das páginas e dos e-mails pode ser dita de outro modo. Procure-a pelo que diz agora.
texts-language = Idioma
texts-search = Palavras de uma frase
texts-nothing = Nenhuma frase tem estas palavras e não há nenhuma própria neste idioma.
texts-more = Há mais: procure mais palavras.
texts-hint = Se ficar vazia, vale a frase do Usher. O que está entre chavetas é preenchido: mantenha-o como está.

### Identity providers

onboarding-connections = Início de sessão único
onboarding-connection-new = Novo fornecedor de identidade
onboarding-connection-new-what = As suas pessoas iniciam sessão onde já têm conta.
connection-id-hint = 1 a 40 de a–z, 0–9 e hífenes. Nunca muda.
connection-matches = Conhece as pessoas pelo ID que o seu back office indica
connection-matches-hint = external_authentication_provider_id; de vários fornecedores, um no máximo
connection-introspection = Perguntar pelos seus tokens (RFC 7662)
connection-url-hint = Um endereço que começa por https://
connection-client = ID de cliente do Usher lá
connection-secret = Segredo de cliente do Usher lá
connection-authentication = Para onde vai o segredo
connection-subject = Onde está o ID da pessoa na resposta
connection-subject-hint = Um JSON Pointer como /sub; vazio: /external_authentication_provider_id
connection-audience = A quem se devem destinar os seus tokens
connection-audience-hint = Vazio: ninguém verifica, e um token de outro serviço vale aqui
connection-remove = Remover: ninguém inicia sessão com ele
onboarding-provider-new = Novo fornecedor de identidade com botão
onboarding-provider-new-what = As suas pessoas iniciam sessão com um botão, no navegador.
provider-oidc = Como se chega a ele (OpenID Connect)
provider-people = As pessoas dele
provider-issuer = Emissor
provider-issuer-hint = Exatamente como os metadados o indicam: https://…
provider-scopes = Âmbitos (scopes)
provider-scopes-hint = Um por linha, incluindo openid
provider-userinfo = Perguntar também ao UserInfo
provider-provisioned = Onde está o id do seu back office no que ele diz
provider-provisioned-hint = Um JSON Pointer como /sub
provider-claims = Valores que são aproveitados
provider-claims-hint = Um por linha: firstName = /given_name
provider-button = Texto do botão
provider-button-hint = Um idioma por linha: pt = Continuar com Acme
provider-newcomers = Pessoas que ninguém conhece aqui
provider-newcomers-linked = É-lhes dito a quem perguntar
provider-newcomers-user = Recebem logo uma conta
provider-newcomers-customer = Preenchem o formulário de um tipo de conta
provider-kind = Esse tipo de conta
provider-kind-none = Nenhum
provider-callback = Endereço de retorno, que o fornecedor tem de conhecer
provider-logout = Endereço para terminar sessão em segundo plano (back-channel logout)
