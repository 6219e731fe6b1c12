# Usher's words in French. What each message is for stands in en.ftl.
#
# «vous», simple words, short sentences, no blame. A no-break space stands before : ; ? and !. The company's name
# never follows «de», which would have to become «d’» before a vowel.


### Durations and dates

duration-seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
}
duration-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
duration-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
duration-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
duration-joined = { $larger } et { $smaller }
moment = { $day ->
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
} { $year } à { $time } UTC


### Around every page

page-title = { $title } – { $tenant }
page-title-error = Erreur : { $title }
errors-title = Veuillez vérifier ceci
help-link = Obtenir de l’aide : { $tenant }
footer-legal = Informations légales
footer-language = Langue
notice-success = Succès
notice-information = Information
notice-warning = Attention
notice-error = Erreur


### Confirm an e-mail address

confirm-title = Confirmez votre adresse e-mail
confirm-body = Nous allons confirmer { $address } pour { $tenant }.
confirm-button = Confirmer l’adresse e-mail
confirm-not-you = Vous n’avez rien demandé ? Fermez cette page : il ne se passera rien.


### Links that do not work, and new ones

link-expired-title = Ce lien a expiré
link-expired-body = Les liens fonctionnent pendant { $duration }. Nous pouvons en envoyer un nouveau à { $address }.
link-used-title = Ce lien a déjà été utilisé
link-used-body = Si c’était vous, vous pouvez vous connecter. Sinon, demandez de l’aide à { $tenant }.
link-used-unfinished = Vous n’avez pas encore choisi de mot de passe. Nous pouvons envoyer un nouveau lien à { $address }.
link-unknown-title = Nous ne reconnaissons pas ce lien
link-unknown-body = Il est peut-être incomplet. Ouvrez-le à nouveau depuis l’e-mail, ou saisissez le code reçu par e-mail.
send-link-button = M’envoyer un nouveau lien
sign-in-button = Se connecter
link-sent-title = Consultez votre messagerie
link-sent-body = Nous avons envoyé un nouvel e-mail à { $address } si cette adresse reste à confirmer.
link-sent-body-unnamed = Nous vous avons envoyé un nouvel e-mail si votre adresse reste à confirmer.
link-sent-wait = Cela peut prendre quelques minutes. Si vous ne voyez rien, regardez dans vos courriers indésirables.
code-title = Saisissez le code reçu par e-mail
email-label = Adresse e-mail
code-label = Code
code-hint = Les six chiffres reçus par e-mail, par exemple 123 456.


### Set a password

confirmed-title = Votre adresse e-mail est confirmée
password-title = Choisissez un mot de passe
password-body = Choisissez maintenant un mot de passe pour { $tenant }.
password-body-pincode = Choisissez maintenant un code PIN à 6 chiffres pour { $tenant }.
pincode-title = Choisissez un code PIN
password-for = Compte : { $address }
password-label = Mot de passe
pincode-label = Code PIN
password-show = Afficher
password-hide = Masquer
password-show-long = Afficher le mot de passe
password-hide-long = Masquer le mot de passe
rule-pincode = Choisissez 6 chiffres difficiles à deviner.
rule-pincode-digits = Uniquement des chiffres
rule-pincode-length = Exactement 6 chiffres
rule-classic = Utilisez de 6 à 16 lettres, chiffres et signes.
rule-classic-length = De 6 à 16 caractères
rule-classic-characters = Uniquement A–Z, a–z, 0–9 et { $signs }
rule-modern = Utilisez au moins { $count } caractères ; quelques mots à la suite conviennent.
rule-modern-length = Au moins { $count } caractères
rule-modern-common = Pas un mot de passe que beaucoup de gens utilisent
rule-met = respecté
rule-progress = { $met } sur { $total } respectés
voucher-label = Code d’activation
voucher-label-optional = Code d’activation (facultatif)
voucher-hint = Le code que { $tenant } vous a donné, par exemple dans une lettre.
password-button = Enregistrer le mot de passe
pincode-button = Enregistrer le code PIN


### Activate an account

activate-title = Activez votre compte
activate-body = { $tenant } vous invite à ouvrir un compte. D’abord, nous allons confirmer { $address }.
activate-own-body = Activez votre compte chez { $tenant } pour { $address }.
activate-button = Activer le compte
activate-form-body = Complétez ce qui manque et choisissez un mot de passe pour { $tenant }.
activate-again-body = Vous vous êtes inscrit avec un autre navigateur : veuillez choisir à nouveau votre mot de passe pour { $tenant }.
field-optional = { $label } (facultatif)
choice-none = Veuillez choisir
field-firstName = Prénom
field-lastName = Nom
field-companyName = Entreprise
field-mobileNumber = Numéro de mobile
field-twoStepMobile = Numéro de mobile pour la connexion
field-address = Numéro et rue
field-locality = Ville
field-region = Région
field-postalCode = Code postal
error-value-missing = Veuillez remplir : { $label }
error-value-long = Utilisez au plus { $count } caractères pour : { $label }
error-value-phone = Saisissez un numéro de téléphone avec l’indicatif du pays, par exemple +33 1 99 00 12 34.
error-value-email = Saisissez une adresse e-mail, par exemple nom@example.com.
error-value-date = Saisissez une date qui existe.
error-value-other = Vérifiez ce que vous avez saisi : { $label }


### Mistakes in a form

error-password-missing = Saisissez un mot de passe.
error-pincode-missing = Saisissez un code PIN.
error-pincode-rule = Saisissez un code PIN d’exactement 6 chiffres.
error-pincode-common = Choisissez un code PIN plus difficile à deviner. Celui-ci est parmi les premiers que l’on essaie.
error-classic-rule = Saisissez un mot de passe de 6 à 16 caractères, avec uniquement A–Z, a–z, 0–9 et { $signs }
error-modern-rule = Saisissez un mot de passe d’au moins { $count } caractères.
error-password-common = Choisissez un mot de passe plus difficile à deviner. Celui-ci est parmi les premiers que l’on essaie.
error-voucher-missing = Saisissez votre code d’activation.
error-voucher-wrong = Ce code d’activation ne correspond pas. Comparez-le avec la lettre ou l’e-mail que vous avez reçu.
error-email = Saisissez votre adresse e-mail, par exemple nom@example.com.
error-email-malformed = L’adresse e-mail n’est pas au bon format. Écrivez-la ainsi : nom@example.com
error-email-refused = Vous ne pouvez pas ouvrir de compte avec cette adresse e-mail. Utilisez-en une autre.
error-code-missing = Saisissez les six chiffres reçus par e-mail.
error-code-wrong = Ce code ne fonctionne pas. Vérifiez-le, ou utilisez notre e-mail le plus récent.


### Finished

done-title = Tout est prêt
done-body = Vous pouvez maintenant vous connecter à { $tenant }.
done-confirmed-body = Vous pouvez fermer cette page et continuer dans l’application { $tenant }.
done-button = Aller à { $tenant }


### Problems

too-often-title = Veuillez patienter un instant
too-often-body = Vous pourrez demander un autre e-mail dans { $duration }.
too-often-try-body = Vous pourrez réessayer dans { $duration }.
not-found-title = Nous ne trouvons pas cette page
not-found-body = Si vous avez tapé l’adresse, vérifiez-la. Si vous l’avez copiée, vérifiez qu’elle est complète.
page-expired-title = Cette page a expiré
page-expired-body = Elle est restée ouverte longtemps ; nous l’avons fermée pour votre sécurité. Ouvrez à nouveau le lien reçu par e-mail.
already-registered-title = Vous avez déjà un compte
already-registered-body = Votre compte chez { $tenant } est prêt. Vous pouvez vous connecter.
our-side-title = Un problème est survenu de notre côté
our-side-body = Vous n’y êtes pour rien. Veuillez réessayer dans quelques minutes.
try-again-button = Réessayer
not-understood-title = Cela n’a pas fonctionné
not-understood-body = Nous n’avons pas compris ce qui a été envoyé. Revenez en arrière, vérifiez votre saisie et réessayez.
request-id = Si vous demandez de l’aide, indiquez cette référence : { $id }


### Sign in

sign-in-title = Se connecter
sign-in-body = Connectez-vous à { $tenant }.
sign-in-activated = Votre compte est activé. Vous pouvez maintenant vous connecter.
sign-in-changed = Votre mot de passe a été changé. Connectez-vous avec le nouveau.
sign-in-changed-pincode = Votre code PIN a été changé. Connectez-vous avec le nouveau.
sign-in-again = Pour continuer, veuillez vous connecter à nouveau.
forgot-password = Mot de passe oublié ?
forgot-pincode = Code PIN oublié ?
register-link = Créer un compte
sign-in-back = Retour à la connexion
error-sign-in-password = Saisissez votre mot de passe.
error-sign-in-pincode = Saisissez votre code PIN.
error-sign-in-match = L’adresse ou le mot de passe ne correspond pas. Vérifiez les deux, ou choisissez un nouveau mot de passe.
error-sign-in-match-pincode = L’adresse ou le code PIN ne correspond pas. Vérifiez les deux, ou choisissez un nouveau code PIN.


### Create an account

register-title = Créez votre compte
register-body = Remplissez le formulaire pour ouvrir un compte chez { $tenant }.
register-button = Créer le compte
have-account-link = J’ai déjà un compte
password-again-label = Mot de passe, encore une fois
pincode-again-label = Code PIN, encore une fois
error-email-format = L’adresse e-mail n’est pas au bon format. Écrivez-la ainsi : nom@example.com
error-email-not-allowed = Vous ne pouvez pas vous inscrire avec cette adresse e-mail. Utilisez-en une autre.
error-passwords-differ = Les mots de passe ne correspondent pas. Saisissez le même mot de passe dans les deux champs.
error-pincodes-differ = Les codes PIN ne correspondent pas. Saisissez le même code PIN dans les deux champs.


### Choose a new password

recover-body = Indiquez-nous votre adresse e-mail. Nous vous enverrons un lien pour choisir un nouveau mot de passe.
recover-body-pincode = Indiquez-nous votre adresse e-mail. Nous vous enverrons un lien pour choisir un nouveau code PIN.
recover-button = M’envoyer un lien
new-password-title = Choisissez un nouveau mot de passe
new-pincode-title = Choisissez un nouveau code PIN
new-password-body = Il remplacera votre mot de passe actuel chez { $tenant }.
new-pincode-body = Il remplacera votre code PIN actuel chez { $tenant }.
new-password-button = Enregistrer le nouveau mot de passe
new-pincode-button = Enregistrer le nouveau code PIN
new-password-elsewhere = Nous vous déconnecterons ensuite de tous vos autres appareils.
recovery-expired-body = Un tel lien ne fonctionne que peu de temps. Nous pouvons vous en envoyer un nouveau.
recovery-used-body = Si c’était vous, vous pouvez vous connecter. Sinon, refaites votre choix avec un nouveau lien.
recovery-unknown-body = Il est peut-être incomplet. Ouvrez-le à nouveau depuis l’e-mail, ou demandez-en un nouveau.


### Check your mail

check-mail-register = Nous avons envoyé un e-mail à { $address }. Ouvrez-le pour activer votre compte.
check-mail-recover = Si { $address } a un compte chez { $tenant }, nous avons envoyé un e-mail avec un lien pour choisir un nouveau mot de passe.
check-mail-recover-pincode = Si { $address } a un compte chez { $tenant }, nous avons envoyé un e-mail avec un lien pour choisir un nouveau code PIN.
check-mail-change = Nous avons envoyé un e-mail à { $address }. Votre adresse changera dès que vous l’y aurez confirmée.
check-mail-works = Le lien fonctionne pendant { $duration }.
check-mail-wrong = L’adresse n’est pas la bonne ? Revenez en arrière et corrigez-la.


### Go on to an app

continue-title = Continuer vers { $app }
continue-account = Vous utilisez le compte { $address }.
continue-other = Utiliser un autre compte
continue-gets = Ce que { $app } reçoit
scope-identity = Le numéro de votre compte, pour vous reconnaître
scope-profile = Votre nom et le reste de votre profil
scope-email = Votre adresse e-mail
scope-phone = Votre numéro de téléphone
scope-stay = L’autorisation de garder votre session ouverte
continue-changed = Nous avons changé ce que vous acceptez. Lisez-le et acceptez-le pour continuer.
continue-button = Continuer
cancel-button = Annuler
continue-cancel = Si vous annulez, vous retournez à { $app } sans ouvrir de session. Votre compte reste tel quel.
details-title = Vérifiez vos informations
details-body = { $tenant } a ouvert ce compte pour vous. Corrigez ce qui est faux, complétez ce qui manque, puis confirmez.
details-button = Confirmer
form-post-title = Un instant…
form-post-body = Vous retournez à l’application. S’il ne se passe rien, appuyez sur le bouton.


### Sign out

sign-out-title = Se déconnecter ?
sign-out-body = Vous utilisez { $tenant } avec le compte { $address }.
sign-out-body-unnamed = Votre session chez { $tenant } est ouverte.
sign-out-button = Se déconnecter
signed-out-title = Votre session est fermée
signed-out-body = Vous pouvez fermer cette page.
signed-out-button = Retour à { $tenant }


### Problems on the way to an app

app-mistake-title = Ce lien ne fonctionne pas
app-mistake-body = L’application d’où vous venez a fait une erreur. Retournez-y et réessayez. Si cela se reproduit, prévenez les personnes qui la développent.
sign-in-expired-body = Elle est restée ouverte longtemps ; nous l’avons fermée pour votre sécurité. Retournez à l’application et recommencez.
sorry-title = Nous sommes désolés
unknown-client-body = Nous ne pouvons pas traiter votre demande pour le moment. Veuillez réessayer plus tard.
back-to-app-button = Retour à l’application


### Mail: confirm an e-mail address

mail-confirm-subject = { $tenant } : confirmez votre adresse e-mail
mail-confirm-preheader = Un clic, ou saisissez le code { $code }. Les deux fonctionnent jusqu’au { $moment }.
mail-hello = Bonjour { $name },
mail-hello-unnamed = Bonjour,
mail-confirm-why = { $tenant } ouvre un compte pour vous et souhaite savoir si cette adresse e-mail est bien la vôtre.
mail-confirm-code = Ou saisissez ce code là où il vous est demandé :
mail-confirm-until = Le bouton et le code fonctionnent jusqu’au { $moment }.
mail-confirm-until-text = Le lien et le code fonctionnent jusqu’au { $moment }.
mail-not-you = Vous n’avez rien demandé ? Vous pouvez ignorer cet e-mail : il ne se passera rien.
mail-link-as-text = Si le bouton ne fonctionne pas, copiez ce lien dans votre navigateur :
mail-confirm-link-text = Pour confirmer votre adresse e-mail, ouvrez ce lien et appuyez sur le bouton :
mail-help = Aide – { $tenant } : { $contact }
mail-invite-subject = { $tenant } : activez votre compte
mail-invite-why = { $tenant } a ouvert un compte pour vous. Activez-le pour choisir votre mot de passe.
mail-register-why = Vous avez créé un compte chez { $tenant }. Activez-le pour continuer.
mail-invite-link-text = Pour activer votre compte, ouvrez ce lien et appuyez sur le bouton :


### Agreements

agreements-title = Ce que vous acceptez
agreement-accept = J’accepte : { $title }
agreement-accept-optional = Je suis d’accord : { $title } (facultatif)
agreement-read = Lire : { $title }
opens-in-new-tab = (s’ouvre dans un nouvel onglet)
legal-version = Version { $version }, en vigueur à partir du { $moment }
error-agreement-missing = Pour continuer, acceptez : { $title }
error-agreement-changed = Il y a une nouvelle version. Lisez-la et acceptez-la : { $title }


### Text messages

confirm-number-title = Confirmez votre numéro de téléphone
confirm-number-body = { $tenant } vous a envoyé une invitation. Nous allons d’abord confirmer { $number }.
confirm-number-button = Confirmer le numéro de téléphone
number-confirmed-title = Votre numéro de téléphone est confirmé
link-texted-title = Consultez vos messages
link-texted-body = Nous avons envoyé un nouveau message à { $number }, si ce numéro attend encore d’être confirmé.
link-texted-wait = Cela peut prendre quelques minutes.
sms-invite = { $tenant } a ouvert un compte pour vous. Pour l'activer :
sms-code = Ou utilisez ce code :
sms-until = Les deux sont valables jusqu'au { $moment }.


### Invitations that were withdrawn

link-withdrawn-title = Cette invitation a été retirée
link-withdrawn-body = Elle n’est plus valable. Si vous pensez qu’il s’agit d’une erreur, demandez de l’aide à { $tenant }.


### Reminders

mail-remind-subject = { $tenant } : votre compte vous attend toujours
mail-remind-why = Un rappel de la part de { $tenant } : nous avons ouvert un compte pour vous et vous ne l’avez pas encore activé.


### Mail: about an account that there is

mail-exists-subject = { $tenant } : vous avez déjà un compte
mail-exists-preheader = Quelqu’un a voulu ouvrir un compte avec cette adresse. Rien n’a changé.
mail-exists-why = Quelqu’un, sans doute vous, a voulu ouvrir un compte chez { $tenant } avec cette adresse e-mail. Elle a déjà un compte, et rien n’y a changé.
mail-exists-link-text = Pour vous connecter, ouvrez ce lien :
mail-exists-forgotten = Vous avez oublié votre mot de passe ? Vous pouvez en choisir un nouveau sur la page de connexion.
mail-exists-not-you = Ce n’était pas vous ? Alors vous pouvez ignorer cet e-mail.
mail-elsewhere-preheader = Vous vous connectez sans mot de passe.
mail-elsewhere-why = Quelqu’un, sans doute vous, a voulu ouvrir un compte chez { $tenant } avec cette adresse e-mail ou choisir un nouveau mot de passe. Il y a déjà un compte. Il n’a pas de mot de passe : vous vous connectez avec { $provider }.
mail-recover-subject = { $tenant } : choisissez un nouveau mot de passe
mail-recover-preheader = Ouvrez cet e-mail pour le choisir.
mail-recover-why = Un nouveau mot de passe nous a été demandé pour votre compte chez { $tenant }.
mail-recover-button = Choisir un nouveau mot de passe
mail-recover-link-text = Pour choisir un nouveau mot de passe, ouvrez ce lien :
mail-link-until = Le bouton fonctionne jusqu’au { $moment }.
mail-link-until-text = Le lien fonctionne jusqu’au { $moment }.
mail-recover-not-you = Vous n’avez rien demandé ? Vous pouvez ignorer cet e-mail : votre mot de passe reste tel quel.
mail-changed-subject = { $tenant } : votre mot de passe a été changé
mail-changed-preheader = Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe.
mail-changed-title = Votre mot de passe a été changé
mail-changed-why = Le mot de passe de votre compte chez { $tenant } vient d’être changé. Vos autres appareils ont été déconnectés.
mail-changed-not-you = Si c’était vous, vous n’avez rien à faire. Sinon, choisissez tout de suite un nouveau mot de passe et demandez de l’aide à { $tenant }.
mail-new-email-subject = { $tenant } : confirmez votre nouvelle adresse e-mail
mail-new-email-preheader = D’ici là, l’ancienne adresse reste valable.
mail-new-email-why = Cette adresse doit devenir la nouvelle adresse e-mail de votre compte chez { $tenant }. Tant que vous ne l’avez pas confirmée, l’ancienne reste valable.
mail-moved-subject = { $tenant } : vous vous connectez autrement désormais
mail-moved-title = Vous vous connectez autrement désormais
mail-moved-why = Vous vous connectez désormais à { $tenant } avec { $provider }. Votre mot de passe pour { $tenant } n'est plus valable, et vos appareils ont été déconnectés.
mail-moved-why-unnamed = Vous vous connectez désormais à { $tenant } avec votre compte chez un autre fournisseur. Votre mot de passe pour { $tenant } n'est plus valable, et vos appareils ont été déconnectés.
mail-email-changed-subject = { $tenant } : votre adresse e-mail a été changée
mail-email-changed-preheader = Si ce n’était pas vous, demandez de l’aide tout de suite.
mail-email-changed-title = Votre adresse e-mail a été changée
mail-email-changed-why = Votre compte chez { $tenant } a maintenant l’adresse e-mail { $address }. C’est avec elle que vous vous connectez désormais.
mail-email-changed-why-unnamed = Votre compte chez { $tenant } a maintenant une autre adresse e-mail. C’est avec elle que vous vous connectez désormais.
mail-ask-for-help = Ce n’était pas vous ? Demandez tout de suite de l’aide à { $tenant }.
mail-deleted-subject = { $tenant } : votre compte a été supprimé
mail-deleted-preheader = Tout ce qui en était conservé est supprimé aussi.
mail-deleted-title = Votre compte a été supprimé
mail-deleted-why = Votre compte chez { $tenant } a été supprimé, avec tout ce qui en était conservé. Vous ne pouvez plus vous en servir pour vous connecter.


### Your account

account-title = Votre compte
account-who = Vous utilisez le compte de { $name }, { $address }.
account-who-unnamed = Vous utilisez le compte { $address }.
account-password = Changer de mot de passe
account-password-what = Choisissez-en un nouveau. Vos autres appareils seront alors déconnectés.
account-email = Changer d’adresse e-mail
account-email-what = Celle avec laquelle vous vous connectez.
account-sessions = Où votre compte est ouvert
account-sessions-what = Voyez vos appareils et déconnectez-les.
account-consents = Ce que vous avez accepté
account-consents-what = Relisez-le, ou retirez votre accord.
account-export = Télécharger vos données
account-export-what = Tout ce que nous conservons de votre compte, dans un seul fichier.
account-delete = Supprimer votre compte
account-delete-what = Définitivement, avec tout ce que nous en conservons.
account-sign-out = Se déconnecter
account-sign-out-what = Sur cet appareil.
account-password-changed = Votre mot de passe est changé, et vos autres appareils sont déconnectés.
account-email-changed = Votre adresse e-mail est changée. Connectez-vous désormais avec la nouvelle.
account-session-ended = La déconnexion est faite là-bas. Ici, votre compte reste ouvert.
account-consent-withdrawn = C’est retiré. Votre accord ne vaut plus.
account-back = Retour à votre compte
account-button = Aller à votre compte


### Your account: another password

account-pincode = Changer de code PIN
change-password-body = Ici, votre compte reste ouvert. Vos autres appareils seront déconnectés.
current-password-label = Mot de passe actuel
current-pincode-label = Code PIN actuel
current-password-show-long = Afficher le mot de passe actuel
current-password-hide-long = Masquer le mot de passe actuel
new-password-label = Nouveau mot de passe
new-pincode-label = Nouveau code PIN
change-password-button = Changer le mot de passe
change-pincode-button = Changer le code PIN
error-current-missing = Saisissez votre mot de passe actuel.
error-current-pincode-missing = Saisissez votre code PIN actuel.
error-current-wrong = Ce n’est pas votre mot de passe actuel. Vérifiez-le et saisissez-le à nouveau.
error-current-pincode-wrong = Ce n’est pas votre code PIN actuel. Vérifiez-le et saisissez-le à nouveau.


### Your account: a new e-mail address

change-email-body = Nous enverrons un e-mail à la nouvelle adresse. Tant que vous ne l’avez pas confirmée, l’ancienne reste valable.
change-email-now = Adresse e-mail actuelle : { $address }
new-email-label = Nouvelle adresse e-mail
change-email-button = Changer l’adresse e-mail
new-email-title = Confirmez votre nouvelle adresse e-mail
new-email-body = Désormais, nous utiliserons { $address } pour votre compte chez { $tenant }.
email-link-expired-body = Pour l’instant, votre ancienne adresse reste valable. Connectez-vous à votre compte et demandez un nouveau lien.
email-link-used-body = Si c’était vous, il n’y a plus rien à faire. Sinon, demandez de l’aide à { $tenant }.
email-link-unknown-body = Il est peut-être incomplet, ou il en existe un plus récent. Ouvrez-le à nouveau depuis l’e-mail le plus récent, ou connectez-vous à votre compte et demandez-en un nouveau.


### Your account: devices

sessions-body = Vous ne reconnaissez pas un appareil ? Déconnectez-le et changez de mot de passe.
sessions-alone = Votre compte est ouvert sur cet appareil et sur aucun autre.
session-unknown = Appareil inconnu
session-started = Connexion : { $moment }
session-seen = Dernière utilisation : { $moment }
session-place = Réseau : { $place }
session-this-one = C’est l’appareil que vous utilisez en ce moment.
session-end-button = Déconnecter
session-end-all-button = Déconnecter partout ailleurs


### Your account: agreements

consents-body = Vous pouvez tout relire, et retirer ce dont votre compte n’a pas besoin.
consents-none = Vous n’avez rien accepté pour le moment.
consent-accepted = Version { $version }, acceptée le { $moment }
consent-withdraw-button = Retirer mon accord
consent-needed = Nécessaire à votre compte. Pour y mettre fin, supprimez le compte.


### Your account: its end

delete-body = Nous supprimerons votre compte chez { $tenant } et tout ce que nous en conservons. C’est définitif : personne ne pourra le rétablir.
delete-button = Supprimer le compte
account-sign-in-again = Vous n’avez pas de mot de passe ici. Pour que personne d’autre ne le fasse, connectez-vous encore une fois ; vous reviendrez ensuite sur cette page.
deleted-title = Votre compte est supprimé
deleted-body = Tout ce que { $tenant } en conservait est supprimé aussi. Vous pouvez fermer cette page.


### An account of one of the tenant's kinds, address first

# Under the heading "Create your account". $tenant: the company’s name.
signup-body = Commencez par votre adresse e-mail. Nous vous enverrons un lien vers la suite du formulaire pour votre compte chez { $tenant }.
# Above the kinds of account that can be chosen.
kind-legend = À quoi servira le compte ?
# A kind of account.
kind-personal = Particulier
# Whom it is for.
kind-personal-hint = Pour vous et votre foyer.
# A kind of account.
kind-business = Professionnel
# Whom it is for.
kind-business-hint = Pour une entreprise ou une autre organisation.
# No kind was chosen.
error-kind = Choisissez à quoi servira le compte.
# Button that sends the mail with the link to the form.
signup-button = M’envoyer le lien
# After the button. $address: in full, as it was typed.
check-mail-signup = Nous avons envoyé un e-mail à { $address }. Ouvrez-le pour continuer.
# Above the form behind the link, under the heading "Your e-mail address is confirmed". $tenant: the company’s name.
signup-form-body = Complétez le formulaire et choisissez un mot de passe pour ouvrir votre compte chez { $tenant }.
# The name of the place that comes with a private account.
location-home = Domicile
# The same of a business account.
location-place = Site
# Subject of the mail with the link to the form. $tenant: the company’s name.
mail-signup-subject = { $tenant } : ouvrez votre compte
# Shown after the subject in a list of mails; completes it. "mail-link-until-text" follows it.
mail-signup-preheader = Ouvrez cet e-mail pour continuer.
# Why the mail comes. $tenant: the company’s name.
mail-signup-why = Quelqu’un, sans doute vous, souhaite ouvrir un compte chez { $tenant } avec cette adresse e-mail. Continuez vers le formulaire pour l’ouvrir.
# The button.
mail-signup-button = Continuer vers le formulaire
# Above the link in the text part.
mail-signup-link-text = Pour continuer vers le formulaire, ouvrez ce lien :
# A kind of account.
kind-partner = Partenaire
# Whom it is for.
kind-partner-hint = Pour les revendeurs et les installateurs.
# A kind of account.
kind-recipient = Destinataire de données
# Whom it is for.
kind-recipient-hint = Pour qui reçoit des données que des clients partagent.
# Heading: no account of this kind is opened now, though a link leads here.
accounts-closed-title = Ce compte ne peut pas être ouvert pour le moment
# Under that heading. $tenant: the company's name.
accounts-closed-body = { $tenant } ne prend pas de nouveaux comptes de ce type en ce moment. S’il vous en faut un, demandez à { $tenant }.


### Accounts that wait for a decision

# Heading of the page after the form, of the page for a person who signs in too early, and of the mail that says the same.
awaiting-title = Votre compte attend d’être approuvé
# Under that heading. $tenant: the company's name.
awaiting-body = { $tenant } examine les nouveaux comptes avant qu’ils puissent être utilisés. Nous vous enverrons un e-mail dès que la décision sera prise.
# Subject of the mail to the person. $tenant: the company's name.
mail-awaiting-subject = { $tenant } : votre compte attend d’être approuvé
# Shown after the subject in a list of mails; completes it.
mail-awaiting-preheader = Nous vous enverrons un e-mail dès que la décision sera prise.
# What the mail says. $tenant: the company's name.
mail-awaiting-why = Vous avez ouvert un compte chez { $tenant }. Il est examiné avant que vous puissiez vous connecter ; nous vous enverrons un e-mail dès que la décision sera prise.
# Subject of the mail to those who decide. $tenant: the company's name.
mail-approve-subject = { $tenant } : un compte attend votre approbation
# Shown after the subject in a list of mails; completes it.
mail-approve-preheader = Vous décidez s’il peut être utilisé.
# Heading of that mail.
mail-approve-title = Un compte attend votre approbation
# Who it is. $person: name, company and address, $tenant: the company's name, $kind: the kind of account, as in "kind-business".
mail-approve-why = { $person } a ouvert un compte chez { $tenant } ({ $kind }). Il ne peut être utilisé qu’une fois que vous l’avez approuvé.
# Below it, where the company does not use our pages for deciding.
mail-approve-elsewhere = Vous décidez dans votre back-office.
# Button below it, to the page where accounts are decided about.
mail-approve-button = Décider
# Above the link in the text part.
mail-approve-link-text = Pour décider, ouvrez cette page :
# Subject of the mail to a person whose account was approved. $tenant: the company's name.
mail-approved-subject = { $tenant } : votre compte est approuvé
# Shown after the subject in a list of mails; completes it.
mail-approved-preheader = Vous pouvez maintenant vous connecter.
# Heading of that mail.
mail-approved-title = Votre compte est approuvé
# What it says; a button to sign in follows. $tenant: the company's name.
mail-approved-why = Votre compte chez { $tenant } est approuvé. Vous pouvez maintenant vous connecter.
# Subject of the mail to a person whose account was refused. $tenant: the company's name.
mail-refused-subject = { $tenant } : votre compte n’a pas été approuvé
# Shown after the subject in a list of mails; completes it.
mail-refused-preheader = Il ne permet pas de se connecter.
# Heading of that mail.
mail-refused-title = Votre compte n’a pas été approuvé
# What it says. $tenant: the company's name.
mail-refused-why = { $tenant } n’a pas approuvé votre compte : il ne permet pas de se connecter.
# Below that an account was approved or refused, where the company gave a reason. $reason: in the company's own words.
mail-refused-reason = Le motif : { $reason }


### Vouchers of a campaign

# The code is right, and over, taken back, used up or not valid yet. $tenant: the company's name.
error-voucher-over = Ce code n’est plus valable, ou ne l’est pas encore. Demandez-en un autre à { $tenant }.
error-voucher-not-now = Nous ne pouvons pas vérifier ce code pour le moment. Veuillez réessayer dans quelques minutes.


### People who sign in with an identity provider

sign-in-or = ou
sso-button = Continuer avec { $provider }
sso-again-title = Reconnectez-vous
sso-again-body = La connexion a pris trop de temps ou a commencé dans un autre navigateur. Rien n'a changé.
sso-cancelled-title = Vous n'êtes pas connecté
sso-cancelled-body = { $provider } n'a pas confirmé qui vous êtes. Vous pouvez réessayer ou vous connecter autrement.
sso-refused-title = { $provider } n'a pas montré qui vous êtes
sso-refused-body = Rien n'a changé. Reconnectez-vous, et demandez de l'aide à { $tenant } si cela se reproduit.
sso-old-title = { $provider } n'a pas confirmé que vous venez de vous connecter
sso-old-body = Rien n'a changé. Ce que vous vouliez faire demande une nouvelle connexion. Réessayez, et demandez de l'aide à { $tenant } si cela se reproduit.
sso-trouble-title = { $provider } ne répond pas
sso-trouble-body = Ce n'est pas votre faute, et rien n'a changé. Réessayez dans quelques minutes.
sso-unknown-title = { $tenant } ne vous connaît pas encore
sso-unknown-body = { $provider } a confirmé qui vous êtes, mais il n'y a pas de compte pour vous. Demandez à { $tenant } de vous ajouter. Si vous avez un mot de passe ici, vous pouvez relier les deux.
sso-have-password = J'ai un mot de passe
sso-taken-title = Impossible de relier
sso-taken-body = Votre compte, ou votre identité chez { $provider }, est déjà relié à autre chose. Demandez de l'aide à { $tenant }.
sso-invited-title = Ouvrez votre invitation
sso-invited-body = { $tenant } vous a envoyé un e-mail. Suivez d'abord le lien qu'il contient. Si vous ne le trouvez pas, demandez à { $tenant } de le renvoyer.
sso-form-body = { $provider } a confirmé qui vous êtes. Complétez le reste pour ouvrir votre compte chez { $tenant }.
sso-connect-title = Relier votre compte
sso-connect-body = Connectez-vous encore une fois avec votre mot de passe pour { $tenant }. Ensuite vous vous connecterez avec { $provider }, et votre mot de passe ne sera plus valable.
sso-connect-body-pincode = Connectez-vous encore une fois avec votre code PIN pour { $tenant }. Ensuite vous vous connecterez avec { $provider }, et votre code PIN ne sera plus valable.
sso-connect-account = Votre compte chez { $provider } : { $account }
sso-connect-button = Relier
sso-address-body = { $provider } ne dit pas que cette adresse est la vôtre. Nous vous envoyons un lien ; ouvrez-le dans ce navigateur.
account-suspended-title = Votre compte est suspendu
account-suspended-body = { $tenant } a mis votre compte hors service pour le moment. Demandez de l'aide à { $tenant }.
