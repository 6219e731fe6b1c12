# Usher's words in European Portuguese. What each message is for stands in en.ftl.
#
# Polite third person without «você»; simple words, short sentences, no blame; nothing that depends on the reader's
# gender. The company's name follows a bare «de» or «a», since its article is not known.


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
    [one] { $count } dia
   *[other] { $count } dias
}
duration-joined = { $larger } e { $smaller }
moment = { $day } de { $month ->
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
} de { $year }, { $time } UTC


### Around every page

page-title = { $title } – { $tenant }
page-title-error = Erro: { $title }
errors-title = Verifique o seguinte
help-link = Ajuda de { $tenant }
footer-legal = Informação legal
footer-language = Idioma
notice-success = Concluído
notice-information = Informação
notice-warning = Atenção
notice-error = Erro


### Confirm an e-mail address

confirm-title = Confirme o seu endereço de e-mail
confirm-body = Vamos confirmar { $address } para { $tenant }.
confirm-button = Confirmar o endereço de e-mail
confirm-not-you = Não fez este pedido? Feche esta página; nada acontecerá.


### Links that do not work, and new ones

link-expired-title = Esta ligação expirou
link-expired-body = As ligações funcionam durante { $duration }. Podemos enviar uma nova para { $address }.
link-used-title = Esta ligação já foi usada
link-used-body = Se foi o seu caso, pode iniciar sessão. Se não, peça ajuda a { $tenant }.
link-used-unfinished = Ainda não definiu uma palavra-passe. Podemos enviar uma nova ligação para { $address }.
link-unknown-title = Não reconhecemos esta ligação
link-unknown-body = Pode estar incompleta. Abra-a de novo a partir do e-mail ou escreva o código do e-mail.
send-link-button = Enviar-me uma nova ligação
sign-in-button = Iniciar sessão
link-sent-title = Consulte o seu e-mail
link-sent-body = Enviámos um novo e-mail para { $address }, se este endereço ainda estiver por confirmar.
link-sent-body-unnamed = Enviámos-lhe um novo e-mail, se o seu endereço ainda estiver por confirmar.
link-sent-wait = Pode demorar alguns minutos. Se não vir nada, procure na pasta de correio não solicitado.
code-title = Escreva o código do e-mail
email-label = Endereço de e-mail
code-label = Código
code-hint = Os seis algarismos do e-mail, por exemplo 123 456.


### Set a password

confirmed-title = O seu endereço de e-mail está confirmado
password-title = Escolha uma palavra-passe
password-body = Escolha agora uma palavra-passe para { $tenant }.
password-body-pincode = Escolha agora um PIN de 6 algarismos para { $tenant }.
pincode-title = Escolha um PIN
password-for = Conta: { $address }
password-label = Palavra-passe
pincode-label = PIN
password-show = Mostrar
password-hide = Ocultar
password-show-long = Mostrar a palavra-passe
password-hide-long = Ocultar a palavra-passe
rule-pincode = Escolha 6 algarismos difíceis de adivinhar.
rule-pincode-digits = Apenas algarismos
rule-pincode-length = Exatamente 6 algarismos
rule-classic = Use 6 a 16 letras, algarismos e sinais.
rule-classic-length = 6 a 16 carateres
rule-classic-characters = Apenas A–Z, a–z, 0–9 e { $signs }
rule-modern = Use pelo menos { $count } carateres; algumas palavras seguidas servem.
rule-modern-length = Pelo menos { $count } carateres
rule-modern-common = Não uma palavra-passe que muita gente use
rule-met = cumprida
rule-progress = { $met } de { $total } cumpridas
voucher-label = Código de ativação
voucher-label-optional = Código de ativação (opcional)
voucher-hint = O código que recebeu de { $tenant }, por exemplo numa carta.
password-button = Definir a palavra-passe
pincode-button = Definir o PIN


### Activate an account

activate-title = Ative a sua conta
activate-body = { $tenant } enviou-lhe um convite. Primeiro vamos confirmar { $address }.
activate-own-body = Ative a sua conta em { $tenant } para { $address }.
activate-button = Ativar a conta
activate-form-body = Preencha o que falta e escolha uma palavra-passe para { $tenant }.
activate-again-body = Registou-se com outro navegador; por isso, escolha de novo a sua palavra-passe para { $tenant }.
field-optional = { $label } (opcional)
choice-none = Escolha uma opção
field-firstName = Nome próprio
field-lastName = Apelido
field-companyName = Empresa
field-mobileNumber = Número de telemóvel
field-twoStepMobile = Número de telemóvel para iniciar sessão
field-address = Rua e número
field-locality = Localidade
field-region = Região
field-postalCode = Código postal
error-value-missing = Preencha: { $label }
error-value-long = Use no máximo { $count } carateres para: { $label }
error-value-phone = Escreva um número de telefone com o indicativo do país, por exemplo +351 210 123 456.
error-value-email = Escreva um endereço de e-mail, por exemplo nome@example.com.
error-value-date = Escreva uma data que exista.
error-value-other = Verifique o que escreveu: { $label }


### Mistakes in a form

error-password-missing = Escreva uma palavra-passe.
error-pincode-missing = Escreva um PIN.
error-pincode-rule = Escreva um PIN de exatamente 6 algarismos.
error-pincode-common = Escolha um PIN mais difícil de adivinhar. Este é um dos primeiros que se experimentam.
error-classic-rule = Escreva uma palavra-passe de 6 a 16 carateres, apenas com A–Z, a–z, 0–9 e { $signs }
error-modern-rule = Escreva uma palavra-passe de pelo menos { $count } carateres.
error-password-common = Escolha uma palavra-passe mais difícil de adivinhar. Esta é uma das primeiras que se experimentam.
error-voucher-missing = Escreva o seu código de ativação.
error-voucher-wrong = Este código de ativação não corresponde. Compare-o com a carta ou o e-mail que recebeu.
error-email = Escreva o seu endereço de e-mail, por exemplo nome@example.com.
error-email-malformed = O endereço de e-mail não está bem escrito. Escreva-o assim: nome@example.com
error-email-refused = Não pode abrir uma conta com este endereço de e-mail. Use outro.
error-code-missing = Escreva os seis algarismos do e-mail.
error-code-wrong = Este código não funciona. Verifique-o ou use o e-mail mais recente que lhe enviámos.


### Finished

done-title = Está tudo pronto
done-body = Já pode iniciar sessão em { $tenant }.
done-confirmed-body = Pode fechar esta página e continuar na aplicação de { $tenant }.
done-button = Ir para { $tenant }


### Problems

too-often-title = Aguarde um momento
too-often-body = Poderá pedir outro e-mail dentro de { $duration }.
too-often-try-body = Poderá tentar de novo dentro de { $duration }.
not-found-title = Não encontramos esta página
not-found-body = Se escreveu o endereço, verifique-o. Se o copiou, verifique se está completo.
page-expired-title = Esta página expirou
page-expired-body = Esteve aberta durante algum tempo e fechámo-la para sua segurança. Abra de novo a ligação do e-mail.
already-registered-title = Já tem uma conta
already-registered-body = A sua conta em { $tenant } está pronta. Pode iniciar sessão.
our-side-title = Algo correu mal do nosso lado
our-side-body = Não fez nada de errado. Tente de novo dentro de alguns minutos.
try-again-button = Tentar de novo
not-understood-title = Não funcionou
not-understood-body = Não conseguimos perceber o que foi enviado. Volte atrás, verifique o que escreveu e tente de novo.
request-id = Se pedir ajuda, indique esta referência: { $id }


### Sign in

sign-in-title = Iniciar sessão
sign-in-body = Inicie sessão em { $tenant }.
sign-in-activated = A sua conta está ativa. Já pode iniciar sessão.
sign-in-changed = A sua palavra-passe foi alterada. Inicie sessão com a nova.
sign-in-changed-pincode = O seu PIN foi alterado. Inicie sessão com o novo.
sign-in-again = Para continuar, inicie sessão de novo.
forgot-password = Esqueceu-se da palavra-passe?
forgot-pincode = Esqueceu-se do PIN?
register-link = Criar uma conta
sign-in-back = Voltar ao início de sessão
error-sign-in-password = Escreva a sua palavra-passe.
error-sign-in-pincode = Escreva o seu PIN.
error-sign-in-match = O endereço ou a palavra-passe não corresponde. Verifique ambos ou escolha uma nova palavra-passe.
error-sign-in-match-pincode = O endereço ou o PIN não corresponde. Verifique ambos ou escolha um novo PIN.


### Create an account

register-title = Crie a sua conta
register-body = Preencha o formulário para abrir uma conta em { $tenant }.
register-button = Criar a conta
have-account-link = Já tenho uma conta
password-again-label = Palavra-passe outra vez
pincode-again-label = PIN outra vez
error-email-format = O endereço de e-mail não está bem escrito. Escreva-o assim: nome@example.com
error-email-not-allowed = Não pode registar-se com este endereço de e-mail. Use outro.
error-passwords-differ = As palavras-passe não coincidem. Escreva a mesma palavra-passe nos dois campos.
error-pincodes-differ = Os PIN não coincidem. Escreva o mesmo PIN nos dois campos.


### Choose a new password

recover-body = Indique-nos o seu endereço de e-mail. Enviamos-lhe uma ligação para escolher uma nova palavra-passe.
recover-body-pincode = Indique-nos o seu endereço de e-mail. Enviamos-lhe uma ligação para escolher um novo PIN.
recover-button = Enviar-me uma ligação
new-password-title = Escolha uma nova palavra-passe
new-pincode-title = Escolha um novo PIN
new-password-body = Substitui a palavra-passe que tem agora em { $tenant }.
new-pincode-body = Substitui o PIN que tem agora em { $tenant }.
new-password-button = Definir a nova palavra-passe
new-pincode-button = Definir o novo PIN
new-password-elsewhere = Depois terminamos a sua sessão em todos os seus outros dispositivos.
recovery-expired-body = Uma ligação destas só funciona durante pouco tempo. Podemos enviar-lhe uma nova.
recovery-used-body = Se foi o seu caso, pode iniciar sessão. Se não, escolha de novo com uma nova ligação.
recovery-unknown-body = Pode estar incompleta. Abra-a de novo a partir do e-mail ou peça uma nova.


### Check your mail

check-mail-register = Enviámos um e-mail para { $address }. Abra-o para ativar a sua conta.
check-mail-recover = Se { $address } tiver uma conta em { $tenant }, enviámos um e-mail com uma ligação para escolher uma nova palavra-passe.
check-mail-recover-pincode = Se { $address } tiver uma conta em { $tenant }, enviámos um e-mail com uma ligação para escolher um novo PIN.
check-mail-change = Enviámos um e-mail para { $address }. O seu endereço muda assim que o confirmar aí.
check-mail-works = A ligação funciona durante { $duration }.
check-mail-wrong = O endereço está errado? Volte atrás e corrija-o.


### Go on to an app

continue-title = Continuar para { $app }
continue-account = Iniciou sessão como { $address }.
continue-other = Usar outra conta
continue-gets = O que { $app } recebe
scope-identity = O número da sua conta, para saber quem é
scope-profile = O seu nome e o resto do seu perfil
scope-email = O seu endereço de e-mail
scope-phone = O seu número de telefone
scope-stay = Autorização para manter a sua sessão iniciada
continue-changed = Alterámos o que aceita. Leia e aceite para continuar.
continue-button = Continuar
cancel-button = Cancelar
continue-cancel = Se cancelar, volta a { $app } sem iniciar sessão. A sua conta fica como está.
details-title = Verifique os seus dados
details-body = { $tenant } abriu esta conta para si. Corrija o que estiver errado, preencha o que falta e confirme.
details-button = Confirmar
form-post-title = Um momento…
form-post-body = Está a voltar à aplicação. Se nada acontecer, prima o botão.


### Sign out

sign-out-title = Terminar a sessão?
sign-out-body = Iniciou sessão em { $tenant } como { $address }.
sign-out-body-unnamed = Iniciou sessão em { $tenant }.
sign-out-button = Terminar a sessão
signed-out-title = A sua sessão terminou
signed-out-body = Pode fechar esta página.
signed-out-button = Voltar a { $tenant }


### Problems on the way to an app

app-mistake-title = Esta ligação não funciona
app-mistake-body = A aplicação que abriu esta página cometeu um erro. Volte a ela e tente de novo. Se acontecer outra vez, avise quem faz a aplicação.
sign-in-expired-body = Esteve aberta durante algum tempo e fechámo-la para sua segurança. Volte à aplicação e comece de novo.
sorry-title = Lamentamos
unknown-client-body = De momento não conseguimos processar o seu pedido. Tente de novo mais tarde.
back-to-app-button = Voltar à aplicação


### Mail: confirm an e-mail address

mail-confirm-subject = { $tenant }: confirme o seu endereço de e-mail
mail-confirm-preheader = Um clique, ou escreva o código { $code }. Ambos funcionam até { $moment }.
mail-hello = Olá, { $name },
mail-hello-unnamed = Olá,
mail-confirm-why = { $tenant } está a abrir uma conta para si e gostaria de saber se este endereço de e-mail é seu.
mail-confirm-code = Ou escreva este código onde lhe for pedido:
mail-confirm-until = O botão e o código funcionam até { $moment }.
mail-confirm-until-text = A ligação e o código funcionam até { $moment }.
mail-not-you = Não fez este pedido? Pode ignorar este e-mail; nada acontecerá.
mail-link-as-text = Se o botão não funcionar, copie esta ligação para o seu navegador:
mail-confirm-link-text = Para confirmar o seu endereço de e-mail, abra esta ligação e prima o botão:
mail-help = Ajuda de { $tenant }: { $contact }
mail-invite-subject = { $tenant }: ative a sua conta
mail-invite-why = { $tenant } abriu uma conta para si. Ative-a para escolher a sua palavra-passe.
mail-register-why = Criou uma conta em { $tenant }. Ative-a para continuar.
mail-invite-link-text = Para ativar a sua conta, abra esta ligação e prima o botão:


### Agreements

agreements-title = O que aceita
agreement-accept = Aceito: { $title }
agreement-accept-optional = Concordo: { $title } (opcional)
agreement-read = Ler: { $title }
opens-in-new-tab = (abre num novo separador)
legal-version = Versão { $version }, em vigor desde { $moment }
error-agreement-missing = Para continuar, aceite: { $title }
error-agreement-changed = Há uma nova versão. Leia-a e aceite-a: { $title }


### Text messages

confirm-number-title = Confirme o seu número de telefone
confirm-number-body = { $tenant } enviou-lhe um convite. Primeiro vamos confirmar { $number }.
confirm-number-button = Confirmar o número de telefone
number-confirmed-title = O seu número de telefone está confirmado
link-texted-title = Veja as suas mensagens
link-texted-body = Enviámos uma nova mensagem para { $number }, se ainda estiver por confirmar.
link-texted-wait = Pode demorar alguns minutos.
sms-invite = { $tenant } abriu uma conta para si. Para a ativar:
sms-code = Ou introduza:
sms-until = Valem até { $moment }.


### Invitations that were withdrawn

link-withdrawn-title = Este convite foi retirado
link-withdrawn-body = Já não é válido. Se acha que é um engano, peça ajuda a { $tenant }.


### Reminders

mail-remind-subject = { $tenant }: a sua conta continua à sua espera
mail-remind-why = Um lembrete de { $tenant }: abrimos uma conta para si e ainda não a ativou.


### Mail: about an account that there is

mail-exists-subject = { $tenant }: já tem uma conta
mail-exists-preheader = Alguém tentou registar-se com este endereço. Nada mudou.
mail-exists-why = Houve uma tentativa de registo em { $tenant } com este endereço de e-mail, provavelmente sua. Já existe uma conta com ele, e nada mudou nela.
mail-exists-link-text = Para iniciar sessão, abra esta ligação:
mail-exists-forgotten = Esqueceu-se da palavra-passe? Pode escolher uma nova na página onde inicia sessão.
mail-exists-not-you = Não fez isto? Então pode ignorar este e-mail.
mail-elsewhere-preheader = Inicia sessão sem palavra-passe.
mail-elsewhere-why = Houve uma tentativa, provavelmente sua, de registo em { $tenant } com este endereço de e-mail ou de escolher uma nova palavra-passe. Já existe uma conta. Não tem palavra-passe: inicia sessão com { $provider }.
mail-recover-subject = { $tenant }: escolha uma nova palavra-passe
mail-recover-preheader = Abra este e-mail para a escolher.
mail-recover-why = Foi-nos pedida uma nova palavra-passe para a sua conta em { $tenant }.
mail-recover-button = Escolher uma nova palavra-passe
mail-recover-link-text = Para escolher uma nova palavra-passe, abra esta ligação:
mail-link-until = O botão funciona até { $moment }.
mail-link-until-text = A ligação funciona até { $moment }.
mail-recover-not-you = Não fez este pedido? Pode ignorar este e-mail; a sua palavra-passe fica como está.
mail-changed-subject = { $tenant }: a sua palavra-passe foi alterada
mail-changed-preheader = Se não a alterou, escolha já uma nova palavra-passe.
mail-changed-title = A sua palavra-passe foi alterada
mail-changed-why = A palavra-passe da sua conta em { $tenant } acabou de ser alterada. A sessão foi terminada nos seus outros dispositivos.
mail-changed-not-you = Se foi o seu caso, não precisa de fazer nada. Se não, escolha já uma nova palavra-passe e peça ajuda a { $tenant }.
mail-new-email-subject = { $tenant }: confirme o seu novo endereço de e-mail
mail-new-email-preheader = Até lá, mantém-se o endereço antigo.
mail-new-email-why = Este será o novo endereço de e-mail da sua conta em { $tenant }. Até o confirmar, mantém-se o endereço antigo.
mail-moved-subject = { $tenant }: agora inicia sessão de outro modo
mail-moved-title = Agora inicia sessão de outro modo
mail-moved-why = A partir de agora inicia sessão em { $tenant } com { $provider }. A sua palavra-passe para { $tenant } deixou de valer e a sessão foi terminada nos seus dispositivos.
mail-moved-why-unnamed = A partir de agora inicia sessão em { $tenant } com a sua conta noutro fornecedor. A sua palavra-passe para { $tenant } deixou de valer e a sessão foi terminada nos seus dispositivos.
mail-email-changed-subject = { $tenant }: o seu endereço de e-mail foi alterado
mail-email-changed-preheader = Se não o alterou, peça já ajuda.
mail-email-changed-title = O seu endereço de e-mail foi alterado
mail-email-changed-why = A sua conta em { $tenant } tem agora o endereço de e-mail { $address }. A partir de agora, inicie sessão com ele.
mail-email-changed-why-unnamed = A sua conta em { $tenant } tem agora outro endereço de e-mail. A partir de agora, inicie sessão com ele.
mail-ask-for-help = Não fez isto? Peça já ajuda a { $tenant }.
mail-deleted-subject = { $tenant }: a sua conta foi eliminada
mail-deleted-preheader = Tudo o que dela se guardava também foi eliminado.
mail-deleted-title = A sua conta foi eliminada
mail-deleted-why = A sua conta em { $tenant } foi eliminada, com tudo o que dela se guardava. Já não pode iniciar sessão com ela.


### Your account

account-title = A sua conta
account-who = Iniciou sessão como { $name }, { $address }.
account-who-unnamed = Iniciou sessão como { $address }.
account-password = Alterar a palavra-passe
account-password-what = Escolha uma nova. A sessão é então terminada nos seus outros dispositivos.
account-email = Alterar o endereço de e-mail
account-email-what = Aquele com que inicia sessão.
account-sessions = Onde tem sessão iniciada
account-sessions-what = Veja os seus dispositivos e termine a sessão neles.
account-consents = O que aceitou
account-consents-what = Leia-o de novo ou retire-o.
account-export = Transferir os seus dados
account-export-what = Tudo o que guardamos da sua conta, num só ficheiro.
account-delete = Eliminar a sua conta
account-delete-what = Para sempre, com tudo o que dela guardamos.
account-sign-out = Terminar sessão
account-sign-out-what = Neste dispositivo.
account-password-changed = A sua palavra-passe foi alterada e a sessão foi terminada nos seus outros dispositivos.
account-email-changed = O seu endereço de e-mail foi alterado. A partir de agora, inicie sessão com o novo.
account-session-ended = A sessão foi terminada lá. Aqui continua iniciada.
account-consent-withdrawn = Retirado. O seu consentimento já não vale.
account-back = Voltar à sua conta
account-button = Ir para a sua conta


### Your account: another password

account-pincode = Alterar o PIN
change-password-body = Aqui a sessão continua iniciada. Será terminada nos seus outros dispositivos.
current-password-label = Palavra-passe atual
current-pincode-label = PIN atual
current-password-show-long = Mostrar a palavra-passe atual
current-password-hide-long = Ocultar a palavra-passe atual
new-password-label = Nova palavra-passe
new-pincode-label = Novo PIN
change-password-button = Alterar a palavra-passe
change-pincode-button = Alterar o PIN
error-current-missing = Escreva a sua palavra-passe atual.
error-current-pincode-missing = Escreva o seu PIN atual.
error-current-wrong = Esta não é a sua palavra-passe atual. Verifique-a e escreva-a de novo.
error-current-pincode-wrong = Este não é o seu PIN atual. Verifique-o e escreva-o de novo.


### Your account: a new e-mail address

change-email-body = Vamos enviar um e-mail para o novo endereço. Até o confirmar, mantém-se o antigo.
change-email-now = Endereço de e-mail atual: { $address }
new-email-label = Novo endereço de e-mail
change-email-button = Alterar o endereço de e-mail
new-email-title = Confirme o seu novo endereço de e-mail
new-email-body = A partir de agora, vamos usar { $address } para a sua conta em { $tenant }.
email-link-expired-body = Por agora, mantém-se o endereço antigo. Inicie sessão na sua conta e peça uma nova ligação.
email-link-used-body = Se foi o seu caso, não há mais nada a fazer. Se não, peça ajuda a { $tenant }.
email-link-unknown-body = Pode estar incompleta, ou haver uma mais recente. Abra-a de novo a partir do e-mail mais recente, ou inicie sessão na sua conta e peça uma nova.


### Your account: devices

sessions-body = Não reconhece um dispositivo? Termine a sessão nele e altere a sua palavra-passe.
sessions-alone = Tem sessão iniciada neste dispositivo e em mais nenhum.
session-unknown = Dispositivo desconhecido
session-started = Início de sessão: { $moment }
session-seen = Última utilização: { $moment }
session-place = Rede: { $place }
session-this-one = É o dispositivo que está a usar agora.
session-end-button = Terminar sessão
session-end-all-button = Terminar sessão em todos os outros


### Your account: agreements

consents-body = Pode ler tudo de novo e retirar aquilo de que a sua conta não precisa.
consents-none = Não há nada que tenha aceitado.
consent-accepted = Versão { $version }, aceite em { $moment }
consent-withdraw-button = Retirar
consent-needed = Necessário para a sua conta. Para lhe pôr fim, elimine a conta.


### Your account: its end

delete-body = Vamos eliminar a sua conta em { $tenant } e tudo o que dela guardamos. É definitivo: ninguém a pode recuperar.
delete-button = Eliminar a conta
account-sign-in-again = Não tem palavra-passe aqui. Para que mais ninguém o faça, inicie sessão mais uma vez; depois volta a esta página.
deleted-title = A sua conta foi eliminada
deleted-body = Tudo o que { $tenant } dela guardava também foi eliminado. Pode fechar esta página.


### An account of one of the tenant's kinds, address first

# Under the heading "Create your account". $tenant: the company’s name.
signup-body = Comece pelo seu endereço de e-mail. Enviamos-lhe uma ligação para o resto do formulário da sua conta em { $tenant }.
# Above the kinds of account that can be chosen.
kind-legend = Para que é a conta?
# A kind of account.
kind-personal = Particular
# Whom it is for.
kind-personal-hint = Para si e para a sua casa.
# A kind of account.
kind-business = Empresa
# Whom it is for.
kind-business-hint = Para uma empresa ou outra organização.
# No kind was chosen.
error-kind = Escolha para que é a conta.
# Button that sends the mail with the link to the form.
signup-button = Enviar-me a ligação
# After the button. $address: in full, as it was typed.
check-mail-signup = Enviámos um e-mail para { $address }. Abra-o para continuar.
# Above the form behind the link, under the heading "Your e-mail address is confirmed". $tenant: the company’s name.
signup-form-body = Preencha o resto e escolha uma palavra-passe para abrir a sua conta em { $tenant }.
# The name of the place that comes with a private account.
location-home = Casa
# The same of a business account.
location-place = Local
# Subject of the mail with the link to the form. $tenant: the company’s name.
mail-signup-subject = { $tenant }: crie a sua conta
# Shown after the subject in a list of mails; completes it. "mail-link-until-text" follows it.
mail-signup-preheader = Abra este e-mail para continuar.
# Why the mail comes. $tenant: the company’s name.
mail-signup-why = Houve um pedido, provavelmente seu, para criar uma conta em { $tenant } com este endereço de e-mail. Continue para o formulário para a criar.
# The button.
mail-signup-button = Continuar para o formulário
# Above the link in the text part.
mail-signup-link-text = Para continuar para o formulário, abra esta ligação:
# A kind of account.
kind-partner = Parceiro
# Whom it is for.
kind-partner-hint = Para revendedores e instaladores.
# A kind of account.
kind-recipient = Destinatário de dados
# Whom it is for.
kind-recipient-hint = Para quem recebe dados partilhados por clientes.
# Heading: no account of this kind is opened now, though a link leads here.
accounts-closed-title = De momento não é possível abrir esta conta
# Under that heading. $tenant: the company's name.
accounts-closed-body = { $tenant } não aceita agora contas novas deste tipo. Se precisar de uma, pergunte a { $tenant }.


### Accounts that wait for a decision

# Heading of the page after the form, of the page for a person who signs in too early, and of the mail that says the same.
awaiting-title = A sua conta aguarda aprovação
# Under that heading. $tenant: the company's name.
awaiting-body = { $tenant } analisa as contas novas antes de poderem ser usadas. Enviamos-lhe um e-mail assim que estiver decidido.
# Subject of the mail to the person. $tenant: the company's name.
mail-awaiting-subject = { $tenant }: a sua conta aguarda aprovação
# Shown after the subject in a list of mails; completes it.
mail-awaiting-preheader = Enviamos-lhe um e-mail assim que estiver decidido.
# What the mail says. $tenant: the company's name.
mail-awaiting-why = Criou uma conta em { $tenant }. É analisada antes de poder iniciar sessão; enviamos-lhe um e-mail assim que estiver decidido.
# Subject of the mail to those who decide. $tenant: the company's name.
mail-approve-subject = { $tenant }: uma conta aguarda a sua aprovação
# Shown after the subject in a list of mails; completes it.
mail-approve-preheader = A decisão de a deixar usar é sua.
# Heading of that mail.
mail-approve-title = Uma conta aguarda a sua aprovação
# Who it is. $person: name, company and address, $tenant: the company's name, $kind: the kind of account, as in "kind-business".
mail-approve-why = { $person } criou uma conta em { $tenant } ({ $kind }). Não pode ser usada até a aprovar.
# Below it, where the company does not use our pages for deciding.
mail-approve-elsewhere = Decide no seu back office.
# Button below it, to the page where accounts are decided about.
mail-approve-button = Decidir
# Above the link in the text part.
mail-approve-link-text = Para decidir, abra esta página:
# Subject of the mail to a person whose account was approved. $tenant: the company's name.
mail-approved-subject = { $tenant }: a sua conta está aprovada
# Shown after the subject in a list of mails; completes it.
mail-approved-preheader = Já pode iniciar sessão.
# Heading of that mail.
mail-approved-title = A sua conta está aprovada
# What it says; a button to sign in follows. $tenant: the company's name.
mail-approved-why = A sua conta em { $tenant } está aprovada. Já pode iniciar sessão.
# Subject of the mail to a person whose account was refused. $tenant: the company's name.
mail-refused-subject = { $tenant }: a sua conta não foi aprovada
# Shown after the subject in a list of mails; completes it.
mail-refused-preheader = Não permite iniciar sessão.
# Heading of that mail.
mail-refused-title = A sua conta não foi aprovada
# What it says. $tenant: the company's name.
mail-refused-why = { $tenant } não aprovou a sua conta, por isso não permite iniciar sessão.
# Below that an account was approved or refused, where the company gave a reason. $reason: in the company's own words.
mail-refused-reason = O motivo: { $reason }


### Vouchers of a campaign

# The code is right, and over, taken back, used up or not valid yet. $tenant: the company's name.
error-voucher-over = Este código já não é válido, ou ainda não o é. Peça outro a { $tenant }.
error-voucher-not-now = De momento não conseguimos verificar este código. Tente novamente dentro de alguns minutos.


### People who sign in with an identity provider

sign-in-or = ou
sso-button = Continuar com { $provider }
sso-again-title = Inicie sessão novamente
sso-again-body = O início de sessão demorou demasiado ou começou noutro navegador. Nada mudou.
sso-cancelled-title = Não iniciou sessão
sso-cancelled-body = { $provider } não confirmou quem é. Pode tentar novamente ou iniciar sessão de outra forma.
sso-refused-title = { $provider } não mostrou quem é
sso-refused-body = Nada mudou. Inicie sessão novamente e peça ajuda a { $tenant } se voltar a acontecer.
sso-old-title = { $provider } não confirmou que acabou de iniciar sessão
sso-old-body = Nada mudou. O que queria fazer precisa de um novo início de sessão. Tente novamente e peça ajuda a { $tenant } se voltar a acontecer.
sso-trouble-title = { $provider } não responde
sso-trouble-body = A culpa não é sua e nada mudou. Tente novamente dentro de alguns minutos.
sso-unknown-title = { $tenant } ainda não o conhece
sso-unknown-body = { $provider } confirmou quem é, mas não existe uma conta para si. Peça a { $tenant } que o adicione. Se tem aqui uma palavra-passe, pode ligar as duas.
sso-have-password = Tenho uma palavra-passe
sso-taken-title = Não é possível ligar
sso-taken-body = A sua conta, ou quem é em { $provider }, está ligada a outra coisa. Peça ajuda a { $tenant }.
sso-invited-title = Abra o seu convite
sso-invited-body = { $tenant } enviou-lhe um e-mail. Siga primeiro a ligação que contém. Se não o encontrar, peça a { $tenant } que o envie novamente.
sso-form-body = { $provider } confirmou quem é. Preencha o resto para abrir a sua conta em { $tenant }.
sso-connect-title = Ligue a sua conta
sso-connect-body = Inicie sessão mais uma vez com a sua palavra-passe de { $tenant }. A partir daí inicia sessão com { $provider } e a sua palavra-passe deixa de valer.
sso-connect-body-pincode = Inicie sessão mais uma vez com o seu PIN de { $tenant }. A partir daí inicia sessão com { $provider } e o seu PIN deixa de valer.
sso-connect-account = A sua conta em { $provider }: { $account }
sso-connect-button = Ligar
sso-address-body = { $provider } não diz que este endereço é seu. Enviamos-lhe uma ligação; abra-a neste navegador.
account-suspended-title = A sua conta está suspensa
account-suspended-body = { $tenant } colocou a sua conta fora de uso por enquanto. Peça ajuda a { $tenant }.
