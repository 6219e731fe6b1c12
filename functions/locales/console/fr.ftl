# The console's words in French. What each message is for stands in en.ftl.
#
# «vous», simple words, short sentences, no blame; nothing that depends on somebody's gender. A no-break space stands
# before : ; ? and ! and inside « ». The company's name never follows «de».


### Around every page

console-page-title = { $title } – Console { $tenant }
console-name = Console
console-menu = Console
console-start = Vue d’ensemble
console-approvals = Approbations
console-people = Personnes
console-funnel = Progression
console-onboarding = Ouverture de compte
console-signed-in = Compte utilisé : { $operator }
console-sign-out = Se déconnecter
console-skip = Aller au contenu
console-language = Langue
console-errors = Cela n’a pas fonctionné
console-next-page = Page suivante
console-none = –
console-changed = Entre-temps, quelqu’un d’autre a modifié cela. Regardez où en sont les choses, puis refaites votre modification.
console-gone = Ce n’est plus possible : la situation a changé entre-temps.
console-wait = Veuillez attendre { $wait } avant de recommencer.

### Access

denied-title = Vous n’avez pas accès à la console
denied-body = Vous utilisez le compte { $operator }, qui ne permet pas de gérer les comptes de cette entreprise. Demandez à la personne qui administre la console de l’entreprise d’ajouter votre adresse, ou connectez-vous avec une autre.
too-much-title = C’était trop à enregistrer en une fois
too-much-body = Un formulaire peut contenir jusqu’à 64 kilo-octets. Celui-ci était plus grand, rien n’a donc été enregistré. Revenez en arrière avec votre navigateur : ce que vous avez saisi y est encore. Raccourcissez-le, puis enregistrez de nouveau.
too-much-anew = Recommencer à partir de la version enregistrée

### Overview

start-body = Occupez-vous des personnes qui ont un compte chez { $tenant }.
start-approvals = Décidez des comptes qui attendent d’être approuvés.
start-people = Trouvez une personne ; voyez où elle en est, renvoyez une invitation ou retirez-la.
start-funnel = Voyez combien de personnes vont de la première étape à la dernière.
start-onboarding = Choisissez quels comptes peuvent être ouverts, ce qui est demandé, et l’aspect des pages et des e-mails.

### Approvals

approvals-empty = Aucun compte n’attend d’être approuvé.
approvals-since = Attend depuis le { $moment }
approvals-reason = Motif (facultatif)
approvals-reason-hint = La personne le lira dans l’e-mail : écrivez-le dans sa langue.
approvals-approve = Approuver
approvals-refuse = Refuser
approvals-approved = Le compte est approuvé. La personne en est informée par e-mail.
approvals-refused = Le compte est refusé. La personne en est informée par e-mail.
approvals-decided = Quelqu’un d’autre a déjà pris une décision pour ce compte.
approvals-too-long = Un motif compte au plus 500 caractères.

### Kinds of account and states

kind-name-personal = Particulier
kind-name-business = Professionnel
kind-name-channel-partner = Partenaire
kind-name-data-recipient = Destinataire de données
state-provisioned = Compte préparé
state-verified = Adresse confirmée
state-awaiting-approval = Attend d’être approuvé
state-refused = Compte refusé
state-registered = Inscription terminée
state-active = Compte actif
state-suspended = Suspendu

### People

people-search = Adresse, nom ou identifiant
people-search-hint = Une adresse e-mail complète, le début d’un nom, ou un identifiant comme usr_…
people-search-button = Rechercher
people-newest = Dernières personnes ajoutées
people-found = Résultats pour « { $query } »
people-nobody = Aucune personne n’a été trouvée.
people-too-short = Saisissez au moins deux lettres d’un nom, une adresse complète ou un identifiant.
people-name = Nom
people-address = Adresse e-mail
people-kind = Type
people-state = État
people-since = Depuis
people-unnamed = Pas encore de nom

### A person

person-back = Retour aux personnes
person-details = Détails
person-next = Prochaine étape
next-verify-address = La personne confirme son adresse
next-set-credential = La personne choisit un mot de passe
next-decide = Quelqu’un décide du compte
next-send-first-data = Les premières données arrivent
person-id = Identifiant
person-external-id = Identifiant chez vous
person-phone = Téléphone
person-language = Langue
person-verified-by = Confirmation par
verified-by-mail = E-mail
verified-by-sms = SMS
verified-by-tenant = Votre entreprise
verified-by-provider = Votre fournisseur d’identité
person-customer = Client
person-organisation = Organisation
person-role = Rôle
role-owner = Titulaire
role-member = Membre
person-places = Lieux
person-history = Historique
history-invited = Invitation
history-provisioned = Compte préparé
history-self-registered = S’est inscrite elle-même
history-signed-up = A ouvert le compte
history-verified = { $by ->
    [sms] Numéro confirmé par SMS
    [tenant] Adresse confirmée par votre entreprise
    [provider] Adresse confirmée par le fournisseur d’identité
   *[mail] Adresse confirmée par e-mail
}
history-approval-asked = Approbation demandée
history-approved = Approuvé par { $by }
history-refused = Refusé par { $by }
history-by-endpoint = votre service
history-by-operator = opérateur { $id }
history-reason = { $what } : « { $reason } »
history-details-confirmed = Informations confirmées
history-password-changed = Mot de passe modifié
history-accepted = A accepté { $agreement }, version { $version }
history-withdrew = A retiré son accord : { $agreement }, version { $version }
history-expires = Fin de validité du lien
history-opened = Lien utilisé
history-revoked = Invitation retirée
history-delivery = { $channel ->
    [sms] SMS
   *[email] E-mail
} : { $status ->
    [queued] en attente d’envoi
    [sent] envoyé
    [delivered] remis
    [bounced] refusé par le serveur de messagerie
    [complained] signalé comme indésirable par la personne
   *[failed] n’a pas pu être envoyé
}
person-bounced = Le serveur de messagerie de la personne refuse l’adresse. Plus aucun e-mail n’est envoyé.
person-complained = La personne a signalé un e-mail comme indésirable. Plus aucun e-mail n’est envoyé.
person-invitation = Invitation
invitation-status = { $status ->
    [queued] En attente d’envoi
    [sent] Envoyée
    [delivered] Remise
    [bounced] Refusée par le serveur de messagerie
    [verified] Adresse confirmée
    [completed] Terminée
    [expired] Expirée
   *[revoked] Retirée
} (pour { $app })
invitation-resend = Renvoyer
invitation-revoke = Retirer
invitation-revoke-hint = Une invitation retirée l’est définitivement.
invitation-resent = L’invitation est à nouveau en route.
invitation-revoked = L’invitation est retirée.
invitation-stopped = Plus aucun e-mail n’est envoyé à cette adresse.
person-consents = Accords donnés
consents-none = Rien n’a été accepté pour le moment.
consents-version = { $agreement }, version { $version }
consents-accepted = Acceptée le { $moment }
consents-withdrawn = Accord retiré le { $moment }

### Funnel

console-date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
} { $year }
funnel-body = Combien de personnes ont atteint chaque étape, du { $from } au { $to }.
funnel-period = Période
funnel-days = { $days ->
    [one] { $days } dernier jour
   *[other] { $days } derniers jours
}
funnel-kind = Type de compte
funnel-all = Tous
funnel-show = Afficher
funnel-step = Étape
funnel-people = Personnes
funnel-of-before = Par rapport à l’étape précédente
funnel-share = { $percent } %
step-provisioned = Compte préparé
step-sent = E-mail envoyé
step-delivered = E-mail remis
step-verified = Adresse confirmée
step-registered = Inscription terminée
step-active = Compte actif
funnel-by-day = Par jour
funnel-day = Jour

### User onboarding

onboarding-body = Ce que vous enregistrez ici s’applique en moins d’une minute. Chaque modification est conservée et peut être annulée.
onboarding-kinds = Types de compte
onboarding-on = Peut être ouvert
onboarding-off = Ne peut pas être ouvert
onboarding-look = Aspect et contact
onboarding-look-what = Nom, couleur, logo, aide et liens juridiques des pages et des e-mails.
onboarding-preview = Aperçu
onboarding-preview-what = Les pages et les e-mails tels que les personnes les voient, dans chaque langue.
onboarding-document = Configuration complète
onboarding-document-what = Tout dans un seul document, avec les conditions à accepter, les applications et vos propres textes.
onboarding-versions = Versions
onboarding-versions-what = Qui a modifié quoi et quand, et comment l’annuler.
onboarding-save = Enregistrer
onboarding-saved = C’est enregistré, et s’applique en moins d’une minute.
onboarding-moved = C’est enregistré. Un fournisseur n’est plus le même : les personnes liées au précédent peuvent choisir un mot de passe par e-mail, si leur adresse est confirmée, puis se relier à nouveau.
onboarding-back = Retour à l’ouverture de compte
onboarding-wrong = Veuillez corriger ceci ; rien n’a été modifié.

### A kind of account

kind-enabled = Des comptes de ce type peuvent être ouverts
kind-voucher = Code d’activation
kind-voucher-usual = Comme d’habitude pour ce type
kind-voucher-none = Non demandé
kind-voucher-optional = Facultatif
kind-voucher-required = Obligatoire
kind-without-code = Les partenaires peuvent s’inscrire sans code d’activation
kind-customer-fields = Questions sur le client
kind-user-fields = Questions sur la personne
kind-fields-hint = Pour supprimer une ligne, laissez son nom vide.
field-name = Nom
field-type = Type
field-label = Libellé
field-label-in = Libellé ({ $language })
field-choices = Choix possibles
field-required = Obligatoire
field-shown = Visible
field-row = Ligne { $number }
field-type-usual = Prédéfini
field-type-text = Texte
field-type-email = Adresse e-mail
field-type-phone = Numéro de téléphone
field-type-date = Date
field-type-choice = Choix
field-type-address = Adresse postale
field-more = Plus
question-about = La question
question-words = Textes
question-rules = Règles
question-label = Libellés, une langue par ligne
question-label-hint = Par exemple : fr = Entreprise
question-choices-hint = Pour le type « Choix », un par ligne, suivi de ses libellés : farm | en = Farm | fr = Ferme
question-longest = Nombre maximal de caractères
question-longest-hint = Jusqu'à 500 ; si ce champ reste vide, 100.
question-pattern = Motif auquel toute la valeur doit correspondre
question-pattern-hint = Une expression régulière, comme DE[0-9]{"{"}9{"}"}
question-scope = Scope avec lequel les applications voient la valeur
question-scope-hint = Si ce champ reste vide, aucun jeton d'identité ne la contient.
kind-password = Mots de passe
kind-password-usual = Comme ailleurs dans votre entreprise
kind-password-modern = Au moins 15 caractères quelconques
kind-password-classic = 6 à 16 lettres et chiffres
kind-password-pincode = Un code PIN à six chiffres
kind-verify = Les personnes que vous enregistrez vérifient leurs données à la première connexion
kind-location = Un lieu est créé avec le compte
kind-location-name = Noms du lieu, une langue par ligne
kind-location-hint = Par exemple : fr = Siège. Si ce champ reste vide, le nom est « Domicile » ou « Site » dans la langue de la personne.
kind-approval = Quelqu’un décide de chaque compte avant qu’il soit valable
kind-approvers = Qui en est informé par e-mail, une adresse par ligne
kind-approved = Adresses et domaines qui n’ont pas besoin d’être approuvés, un par ligne
kind-allowed = Seuls ces adresses et domaines peuvent ouvrir un compte, un par ligne
kind-denied = Ces adresses et domaines ne le peuvent pas, un par ligne
kind-addresses-hint = Une adresse, ou un domaine précédé de @, comme @example.org

### Look and contact

look-name = Nom de l’entreprise
look-language = Langue quand aucune autre n’est demandée
look-colour = Couleur, comme #0b5fff
look-logo = Adresse du logo
look-favicon = Adresse de l’icône dans l’onglet du navigateur
look-support-url = Page d’aide
look-support-email = Adresse e-mail d’aide
look-postal = Adresse postale au bas des e-mails
look-legal = Liens juridiques
look-legal-label = Texte
look-legal-url = Adresse

### The whole configuration

document-label = Configuration au format JSON
document-hint = Les clés secrètes sont remplacées par « kept » : elles restent telles quelles.
document-malformed = Ce n’est pas du JSON : { $detail }

### Versions

version-number = Version
version-at = Enregistrée
version-by = Par
version-current = En vigueur
version-restore = Rétablir la version { $number }

### Preview

preview-body = Chaque élément s’ouvre tel que les personnes le voient. Les boutons ne mènent nulle part.
preview-pages = Pages
preview-mails = E-mails
preview-form = Formulaire de compte : { $kind }

### Agreements

onboarding-agreements = Accords
onboarding-agreement-new = Nouvel accord
onboarding-agreement-new-what = Conditions, avis de confidentialité et offres à accepter.
onboarding-more = Tout le reste
agreement-count = Versions : { $count }
agreement-name = Nom court
agreement-name-hint = De 1 à 40 caractères parmi a–z, 0–9 et le trait d’union. Il figure dans les liens et ne change jamais.
agreement-required = Personne ne peut terminer sans l’accepter
agreement-audience = Pour qui
agreement-audience-hint = Si rien n’est choisi, il vaut pour tout le monde.
agreement-versions = Versions existantes
agreement-version = Version { $number }, à partir du { $moment }
agreement-next = Nouvelle version
agreement-next-hint = Le texte d’une version ne change jamais. Laissez le texte vide pour ne pas en ajouter.
agreement-from = À partir de quel jour (UTC) ; vide : tout de suite
agreement-again = Les personnes qui ont accepté une version plus ancienne doivent accepter celle-ci
agreement-remove = Le supprimer : plus personne n’est invité à l’accepter
agreement-title = Titre ({ $language })
agreement-text = Texte, en Markdown ({ $language })

### Rules, apps and texts of one's own

onboarding-rules = Invitations et connexion
onboarding-rules-what = Durée des liens, rappels, mots de passe et personnes qui utilisent cette console.
onboarding-texts = Vos propres textes
onboarding-texts-what = Les phrases des pages et des e-mails, dans vos propres mots.
onboarding-apps = Applications et serveurs
onboarding-app-new = Nouvelle application ou nouveau serveur
onboarding-app-new-what = Où les personnes sont renvoyées, et les programmes qui appellent pour vous.
rules-inviting = Invitations
rules-signing-in = Connexion
rules-sender = Nom de l'expéditeur des e-mails
rules-invite = Les personnes que vous ajoutez reçoivent aussitôt un e-mail
rules-link-life = Durée de validité d'un lien envoyé, en secondes
rules-cooldown = Délai avant un nouvel envoi, en secondes
rules-reminders = Quand rappeler l'invitation, en heures après celle-ci
rules-numbers-hint = Des nombres séparés par des virgules, comme 48, 120 ; vide : jamais
rules-purge = Quand effacer les invités qui ne se sont pas inscrits, en jours après l'invitation
rules-purge-hint = Vide : jamais
rules-proof = Pour un premier mot de passe, il faut montrer
rules-proof-shown = que l'adresse leur appartient, ou un bon
rules-proof-none = rien : qui connaît l'adresse peut prendre le compte
rules-ticket-life = Temps pour choisir un mot de passe, en secondes
rules-idle = Durée de connexion d'un navigateur inactif, en secondes
rules-session = Durée de connexion maximale d'un navigateur, en secondes
rules-app-link = Où vont les personnes une fois terminé
rules-link-base = Début des liens envoyés, si l'application les ouvre
rules-organization = Identifiant d'organisation envoyé par les applications
rules-operators = Qui utilise cette console, une adresse par ligne
rules-operators-hint = Chacun peut tout changer ici. Prenez des adresses qu'une seule personne lit.
app-about = Présentation
app-rights = Ce qu'il peut faire
app-people = Ses personnes
app-id = Identifiant client
app-id-hint = 1 à 64 lettres, chiffres, tirets et traits bas. Il ne change jamais.
app-kind = Type
app-kind-app = Application utilisée par des personnes
app-kind-server = Serveur qui appelle seul
app-name = Nom que les personnes connaissent
app-customers = Ses personnes sont du type
app-environment = Identifiant d'environnement envoyé
app-grants = Comment il obtient des jetons
app-secret = SHA-256 de son secret, en base64
app-secret-hint = « usher keygen --secret » crée les deux. Le secret lui-même n'est jamais conservé.
app-keys = Clés avec lesquelles il signe, une par ligne
app-keys-hint = L'identifiant de la clé, une espace, et ce que « usher keygen » a affiché comme public
app-introspects = Peut demander ce que disent les jetons de vos autres applications
app-configures = Peut changer tout ce qui est configuré ici
app-configures-hint = Qui a sa clé décide de ce que les autres peuvent faire. À réserver à un seul back-office.
app-delivers = Peut demander liens et codes pour les remettre lui-même
app-delivers-hint = Il peut alors activer le compte de toute personne qu'il invite.
app-redirects = Où les personnes peuvent être renvoyées, une adresse par ligne
app-logouts = De même après la déconnexion
app-channels = Comment les personnes sont invitées
app-by-mail = Par e-mail
app-by-sms = Par SMS
app-registers = Les personnes peuvent s'inscrire elles-mêmes
app-sign-up = Les personnes peuvent ouvrir un compte d'un de vos types
app-allowed = Seuls ces adresses et domaines peuvent s'inscrire, un par ligne
app-denied = Ceux-ci ne peuvent pas, un par ligne
app-fields = Questions posées à ses personnes
app-remove = Le supprimer : ses jetons et clés cessent aussitôt
provider-heading = Votre propre service pour les codes de partenaires
decider-heading = Rappels, et votre propre service qui décide
kind-reminders = Quand rappeler ceux qui décident, en heures
service-url = Où il est interrogé
service-url-hint = Une adresse qui commence par https:// ; vide : il n'y en a pas
service-by = Comment il sait que c'est Usher qui demande
service-by-nothing = Il ne le sait pas
service-by-signature = Par une signature
service-by-token = Par un jeton
service-by-password = Par un nom et un mot de passe
service-user = Nom, avec un mot de passe
service-secret = Jeton ou mot de passe
provider-name = Membre de la réponse avec le nom du partenaire
provider-mapping = Ce qui est repris en plus, un par ligne
provider-mapping-hint = Un membre de la réponse = une question sur le client, comme company = companyName
provider-target = Organisation de ces partenaires
texts-body = Chaque phrase des pages et des e-mails peut être dite autrement. Cherchez-la par ce qu'elle dit maintenant.
texts-language = Langue
texts-search = Mots d'une phrase
texts-nothing = Aucune phrase ne contient ces mots, et vous n'en avez aucune dans cette langue.
texts-more = Il y en a d'autres : cherchez plus de mots.
texts-hint = Vide, la phrase est celle d'Usher. Ce qui est entre accolades est rempli : reprenez-le tel quel.

### Identity providers

onboarding-connections = Authentification unique
onboarding-connection-new = Nouveau fournisseur d'identité
onboarding-connection-new-what = Vos personnes se connectent là où elles ont déjà un compte.
connection-id-hint = 1 à 40 caractères parmi a–z, 0–9 et le tiret. Il ne change jamais.
connection-matches = Il connaît les personnes par l'identifiant que votre back-office donne avec elles
connection-matches-hint = external_authentication_provider_id ; un seul fournisseur au plus
connection-introspection = Interroger sur ses jetons (RFC 7662)
connection-url-hint = Une adresse qui commence par https://
connection-client = Identifiant client d'Usher là-bas
connection-secret = Secret client d'Usher là-bas
connection-authentication = Où va le secret
connection-subject = Où se trouve l'identifiant de la personne dans la réponse
connection-subject-hint = Un JSON Pointer comme /sub ; vide : /external_authentication_provider_id
connection-audience = À qui ses jetons doivent être destinés
connection-audience-hint = Vide : personne ne vérifie, et un jeton pour un autre service vaut ici
connection-remove = Le supprimer : plus personne ne se connecte avec lui
onboarding-provider-new = Nouveau fournisseur d'identité avec bouton
onboarding-provider-new-what = Vos personnes se connectent avec un bouton, dans leur navigateur.
provider-oidc = Comment le joindre (OpenID Connect)
provider-people = Ses personnes
provider-issuer = Émetteur
provider-issuer-hint = Exactement comme ses métadonnées le nomment : https://…
provider-scopes = Portées (scopes)
provider-scopes-hint = Une par ligne, dont openid
provider-userinfo = Interroger aussi son UserInfo
provider-provisioned = Où se trouve l'identifiant de votre back-office dans ce qu'il dit
provider-provisioned-hint = Un pointeur JSON comme /sub
provider-claims = Valeurs reprises
provider-claims-hint = Une par ligne : firstName = /given_name
provider-button = Texte du bouton
provider-button-hint = Une langue par ligne : fr = Continuer avec Acme
provider-newcomers = Personnes que nul ne connaît ici
provider-newcomers-linked = On leur dit à qui demander
provider-newcomers-user = Elles obtiennent un compte aussitôt
provider-newcomers-customer = Elles remplissent le formulaire d'un type de compte
provider-kind = Ce type de compte
provider-kind-none = Aucun
provider-callback = Adresse de retour, à indiquer au fournisseur
provider-logout = Adresse pour la déconnexion en arrière-plan (back-channel logout)
