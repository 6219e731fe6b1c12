# Usher's words in Arabic (Modern Standard). What each message is for stands in en.ftl.
#
# Plain and polite; as far as possible nouns ("تأكيد البريد") instead of imperatives, which have a gender. A duration
# stands in the genitive or accusative ("دقيقتين"), so only after a preposition or "لمدة". Digits are Western, as
# people type them. What is read from left to right inside a sentence (an address, a grouped number) stands between
# {"\u2066"} and {"\u2069"}, which keep it in one piece; Usher puts such marks around values itself.


### Durations and dates

duration-seconds = { $count ->
    [zero] { $count } ثانية
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $count } ثوانٍ
    [many] { $count } ثانية
   *[other] { $count } ثانية
}
duration-minutes = { $count ->
    [zero] { $count } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
duration-hours = { $count ->
    [zero] { $count } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
duration-days = { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
duration-joined = { $larger } و{ $smaller }
moment = { $day } { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
} { $year }، الساعة { $time } بالتوقيت العالمي المنسق


### Around every page

page-title = { $title } – { $tenant }
page-title-error = خطأ: { $title }
errors-title = يُرجى التحقق مما يلي
help-link = المساعدة من { $tenant }
footer-legal = معلومات قانونية
footer-language = اللغة
notice-success = تم بنجاح
notice-information = معلومة
notice-warning = تنبيه
notice-error = خطأ


### Confirm an e-mail address

confirm-title = تأكيد بريدك الإلكتروني
confirm-body = سنؤكد { $address } لدى { $tenant }.
confirm-button = تأكيد البريد الإلكتروني
confirm-not-you = لم تطلب ذلك؟ يمكنك إغلاق هذه الصفحة، ولن يحدث شيء.


### Links that do not work, and new ones

link-expired-title = انتهت صلاحية هذا الرابط
link-expired-body = تعمل الروابط لمدة { $duration }. يمكننا إرسال رابط جديد إلى { $address }.
link-used-title = سبق استخدام هذا الرابط
link-used-body = إذا كنت أنت من استخدمه، فيمكنك تسجيل الدخول. وإلا فيُرجى طلب المساعدة من { $tenant }.
link-used-unfinished = لم تُعيَّن كلمة مرور بعد. يمكننا إرسال رابط جديد إلى { $address }.
link-unknown-title = لا نتعرف على هذا الرابط
link-unknown-body = ربما يكون غير مكتمل. يُرجى فتحه مرة أخرى من الرسالة، أو إدخال الرمز الموجود في الرسالة.
send-link-button = إرسال رابط جديد إليّ
sign-in-button = تسجيل الدخول
link-sent-title = تحقق من بريدك
link-sent-body = أرسلنا رسالة جديدة إلى { $address } إذا كان هذا العنوان لا يزال بحاجة إلى تأكيد.
link-sent-body-unnamed = أرسلنا إليك رسالة جديدة إذا كان عنوانك لا يزال بحاجة إلى تأكيد.
link-sent-wait = قد يستغرق ذلك بضع دقائق. إذا لم تصلك الرسالة، فابحث عنها في مجلد الرسائل غير المرغوب فيها.
code-title = إدخال الرمز الموجود في الرسالة
email-label = البريد الإلكتروني
code-label = الرمز
code-hint = الأرقام الستة الموجودة في الرسالة، مثل {"\u2066"}123 456{"\u2069"}.


### Set a password

confirmed-title = تم تأكيد بريدك الإلكتروني
password-title = اختيار كلمة مرور
password-body = يُرجى الآن اختيار كلمة مرور لحسابك لدى { $tenant }.
password-body-pincode = يُرجى الآن اختيار رقم سري من 6 أرقام لحسابك لدى { $tenant }.
pincode-title = اختيار رقم سري
password-for = الحساب: { $address }
password-label = كلمة المرور
pincode-label = الرقم السري
password-show = إظهار
password-hide = إخفاء
password-show-long = إظهار كلمة المرور
password-hide-long = إخفاء كلمة المرور
rule-pincode = يُرجى اختيار 6 أرقام يصعب تخمينها.
rule-pincode-digits = أرقام فقط
rule-pincode-length = 6 أرقام بالضبط
rule-classic = يُرجى استخدام 6 إلى 16 من الحروف والأرقام والرموز.
rule-classic-length = من 6 إلى 16 حرفًا
rule-classic-characters = فقط {"\u2066"}A–Z, a–z, 0–9{"\u2069"} و{ $signs }
rule-modern = { $count ->
    [zero] يُرجى استخدام { $count } حرف على الأقل؛ ويمكن كتابة بضع كلمات متتالية.
    [one] يُرجى استخدام حرف واحد على الأقل؛ ويمكن كتابة بضع كلمات متتالية.
    [two] يُرجى استخدام حرفين على الأقل؛ ويمكن كتابة بضع كلمات متتالية.
    [few] يُرجى استخدام { $count } أحرف على الأقل؛ ويمكن كتابة بضع كلمات متتالية.
    [many] يُرجى استخدام { $count } حرفًا على الأقل؛ ويمكن كتابة بضع كلمات متتالية.
   *[other] يُرجى استخدام { $count } حرف على الأقل؛ ويمكن كتابة بضع كلمات متتالية.
}
rule-modern-length = { $count ->
    [zero] { $count } حرف على الأقل
    [one] حرف واحد على الأقل
    [two] حرفان على الأقل
    [few] { $count } أحرف على الأقل
    [many] { $count } حرفًا على الأقل
   *[other] { $count } حرف على الأقل
}
rule-modern-common = ليست كلمة مرور يستخدمها كثيرون
rule-met = تحقق
rule-progress = تحقق { $met } من { $total }
voucher-label = رمز القسيمة
voucher-label-optional = رمز القسيمة (اختياري)
voucher-hint = الرمز الذي حصلت عليه من { $tenant }، في رسالة بريدية مثلًا.
password-button = حفظ كلمة المرور
pincode-button = حفظ الرقم السري


### Activate an account

activate-title = تفعيل حسابك
activate-body = لديك دعوة من { $tenant }. سنؤكد أولًا { $address }.
activate-own-body = يُرجى تفعيل حسابك لدى { $tenant } للعنوان { $address }.
activate-button = تفعيل الحساب
activate-form-body = يُرجى إكمال ما ينقص واختيار كلمة مرور لحسابك لدى { $tenant }.
activate-again-body = جرى التسجيل في متصفح آخر، لذا يُرجى اختيار كلمة المرور من جديد لحسابك لدى { $tenant }.
field-optional = { $label } (اختياري)
choice-none = يُرجى الاختيار
field-firstName = الاسم الأول
field-lastName = اسم العائلة
field-companyName = الشركة
field-mobileNumber = رقم الهاتف المحمول
field-twoStepMobile = رقم الهاتف المحمول لتسجيل الدخول
field-address = الشارع ورقم المبنى
field-locality = المدينة
field-region = المنطقة
field-postalCode = الرمز البريدي
error-value-missing = يُرجى إكمال: { $label }
error-value-long = { $count ->
    [zero] الحد الأقصى { $count } حرف في: { $label }
    [one] الحد الأقصى حرف واحد في: { $label }
    [two] الحد الأقصى حرفان في: { $label }
    [few] الحد الأقصى { $count } أحرف في: { $label }
    [many] الحد الأقصى { $count } حرفًا في: { $label }
   *[other] الحد الأقصى { $count } حرف في: { $label }
}
error-value-phone = يُرجى إدخال رقم هاتف مع رمز البلد، مثل {"\u2066"}+971 4 123 4567{"\u2069"}.
error-value-email = يُرجى إدخال بريد إلكتروني، مثل {"\u2066"}name@example.com{"\u2069"}.
error-value-date = يُرجى إدخال تاريخ موجود.
error-value-other = يُرجى التحقق مما أدخلته: { $label }


### Mistakes in a form

error-password-missing = يُرجى إدخال كلمة مرور.
error-pincode-missing = يُرجى إدخال رقم سري.
error-pincode-rule = يُرجى إدخال رقم سري من 6 أرقام بالضبط.
error-pincode-common = يُرجى اختيار رقم سري أصعب تخمينًا. هذا الرقم من أول ما يجربه الناس.
error-classic-rule = يُرجى إدخال كلمة مرور من 6 إلى 16 حرفًا، باستخدام {"\u2066"}A–Z, a–z, 0–9{"\u2069"} و{ $signs } فقط
error-modern-rule = { $count ->
    [zero] يُرجى إدخال كلمة مرور من { $count } حرف على الأقل.
    [one] يُرجى إدخال كلمة مرور من حرف واحد على الأقل.
    [two] يُرجى إدخال كلمة مرور من حرفين على الأقل.
    [few] يُرجى إدخال كلمة مرور من { $count } أحرف على الأقل.
    [many] يُرجى إدخال كلمة مرور من { $count } حرفًا على الأقل.
   *[other] يُرجى إدخال كلمة مرور من { $count } حرف على الأقل.
}
error-password-common = يُرجى اختيار كلمة مرور أصعب تخمينًا. هذه الكلمة من أول ما يجربه الناس.
error-voucher-missing = يُرجى إدخال رمز القسيمة.
error-voucher-wrong = رمز القسيمة هذا غير مطابق. يُرجى مقارنته بالرسالة التي وصلتك.
error-email = يُرجى إدخال بريدك الإلكتروني، مثل {"\u2066"}name@example.com{"\u2069"}.
error-email-malformed = البريد الإلكتروني غير مكتوب بالشكل الصحيح. يُرجى كتابته هكذا: {"\u2066"}name@example.com{"\u2069"}
error-email-refused = لا يمكنك فتح حساب بهذا البريد الإلكتروني. يُرجى استخدام بريد آخر.
error-code-missing = يُرجى إدخال الأرقام الستة الموجودة في الرسالة.
error-code-wrong = هذا الرمز لا يعمل. يُرجى التحقق منه، أو استخدام أحدث رسالة أرسلناها إليك.


### Finished

done-title = اكتمل كل شيء
done-body = يمكنك الآن تسجيل الدخول إلى { $tenant }.
done-confirmed-body = يمكنك إغلاق هذه الصفحة والمتابعة في تطبيق { $tenant }.
done-button = الانتقال إلى { $tenant }


### Problems

too-often-title = يُرجى الانتظار قليلًا
too-often-body = يمكنك طلب رسالة أخرى بعد { $duration }.
too-often-try-body = يمكنك المحاولة مرة أخرى بعد { $duration }.
not-found-title = لم نجد هذه الصفحة
not-found-body = إذا كتبت العنوان، فيُرجى التحقق منه. وإذا نسخته، فيُرجى التأكد من أنه كامل.
page-expired-title = انتهت صلاحية هذه الصفحة
page-expired-body = ظلت الصفحة مفتوحة فترة طويلة، فأغلقناها حفاظًا على أمانك. يُرجى فتح الرابط الموجود في الرسالة مرة أخرى.
already-registered-title = لديك حساب بالفعل
already-registered-body = حسابك لدى { $tenant } جاهز. يمكنك تسجيل الدخول.
our-side-title = حدث خطأ من جانبنا
our-side-body = ليس السبب منك. يُرجى المحاولة مرة أخرى بعد بضع دقائق.
try-again-button = إعادة المحاولة
not-understood-title = لم ينجح ذلك
not-understood-body = لم نتمكن من فهم ما أُرسل. يُرجى الرجوع والتحقق مما أدخلته والمحاولة مرة أخرى.
request-id = عند طلب المساعدة، يُرجى ذكر هذا المرجع: { $id }


### Sign in

sign-in-title = تسجيل الدخول
sign-in-body = تسجيل الدخول إلى { $tenant }.
sign-in-activated = حسابك مفعّل. يمكنك الآن تسجيل الدخول.
sign-in-changed = تم تغيير كلمة مرورك. يمكنك تسجيل الدخول بالكلمة الجديدة.
sign-in-changed-pincode = تم تغيير رقمك السري. يمكنك تسجيل الدخول بالرقم الجديد.
sign-in-again = للمتابعة، يُرجى تسجيل الدخول مرة أخرى.
forgot-password = نسيت كلمة المرور؟
forgot-pincode = نسيت الرقم السري؟
register-link = إنشاء حساب
sign-in-back = العودة إلى تسجيل الدخول
error-sign-in-password = يُرجى إدخال كلمة مرورك.
error-sign-in-pincode = يُرجى إدخال رقمك السري.
error-sign-in-match = العنوان أو كلمة المرور غير مطابق. يُرجى التحقق منهما، أو اختيار كلمة مرور جديدة.
error-sign-in-match-pincode = العنوان أو الرقم السري غير مطابق. يُرجى التحقق منهما، أو اختيار رقم سري جديد.


### Create an account

register-title = إنشاء حسابك
register-body = يُرجى إكمال النموذج لفتح حساب لدى { $tenant }.
register-button = إنشاء الحساب
have-account-link = لديّ حساب بالفعل
password-again-label = كلمة المرور مرة أخرى
pincode-again-label = الرقم السري مرة أخرى
error-email-format = البريد الإلكتروني غير مكتوب بالشكل الصحيح. يُرجى كتابته هكذا: {"\u2066"}name@example.com{"\u2069"}
error-email-not-allowed = لا يمكنك التسجيل بهذا البريد الإلكتروني. يُرجى استخدام بريد آخر.
error-passwords-differ = كلمتا المرور غير متطابقتين. يُرجى إدخال كلمة المرور نفسها في الحقلين.
error-pincodes-differ = الرقمان السريان غير متطابقين. يُرجى إدخال الرقم السري نفسه في الحقلين.


### Choose a new password

recover-body = يُرجى إدخال بريدك الإلكتروني. سنرسل إليك رابطًا لاختيار كلمة مرور جديدة.
recover-body-pincode = يُرجى إدخال بريدك الإلكتروني. سنرسل إليك رابطًا لاختيار رقم سري جديد.
recover-button = إرسال رابط إليّ
new-password-title = اختيار كلمة مرور جديدة
new-pincode-title = اختيار رقم سري جديد
new-password-body = ستحل محل كلمة مرورك الحالية لدى { $tenant }.
new-pincode-body = سيحل محل رقمك السري الحالي لدى { $tenant }.
new-password-button = حفظ كلمة المرور الجديدة
new-pincode-button = حفظ الرقم السري الجديد
new-password-elsewhere = سيتم بعد ذلك تسجيل خروجك من جميع أجهزتك الأخرى.
recovery-expired-body = يعمل مثل هذا الرابط لمدة قصيرة فقط. يمكننا إرسال رابط جديد إليك.
recovery-used-body = إذا كنت أنت من استخدمه، فيمكنك تسجيل الدخول. وإلا فيُرجى الاختيار مرة أخرى برابط جديد.
recovery-unknown-body = ربما يكون غير مكتمل. يُرجى فتحه مرة أخرى من الرسالة، أو طلب رابط جديد.


### Check your mail

check-mail-register = أرسلنا رسالة إلى { $address }. يُرجى فتحها لتفعيل حسابك.
check-mail-recover = إذا كان للعنوان { $address } حساب لدى { $tenant }، فقد أرسلنا رسالة فيها رابط لاختيار كلمة مرور جديدة.
check-mail-recover-pincode = إذا كان للعنوان { $address } حساب لدى { $tenant }، فقد أرسلنا رسالة فيها رابط لاختيار رقم سري جديد.
check-mail-change = أرسلنا رسالة إلى { $address }. سيتغير عنوانك بعد تأكيده من تلك الرسالة.
check-mail-works = يعمل الرابط لمدة { $duration }.
check-mail-wrong = العنوان غير صحيح؟ يُرجى الرجوع وتصحيحه.


### Go on to an app

continue-title = المتابعة إلى { $app }
continue-account = سجّلت الدخول بالحساب { $address }.
continue-other = استخدام حساب آخر
continue-gets = ما يحصل عليه { $app }
scope-identity = رقم حسابك، للتعرف عليك
scope-profile = اسمك وبقية بيانات ملفك الشخصي
scope-email = بريدك الإلكتروني
scope-phone = رقم هاتفك
scope-stay = الإذن بإبقاء جلستك مفتوحة
continue-changed = غيّرنا ما توافق عليه. يُرجى قراءته والموافقة عليه للمتابعة.
continue-button = متابعة
cancel-button = إلغاء
continue-cancel = الإلغاء يعيدك إلى { $app } من دون تسجيل الدخول، ويبقى حسابك كما هو.
details-title = مراجعة بياناتك
details-body = فُتح لك هذا الحساب لدى { $tenant }. يُرجى تصحيح الخطأ وإكمال ما ينقص ثم التأكيد.
details-button = تأكيد
form-post-title = لحظة من فضلك…
form-post-body = تجري إعادتك إلى التطبيق. إذا لم يحدث شيء، فيُرجى الضغط على الزر.


### Sign out

sign-out-title = تسجيل الخروج؟
sign-out-body = سجّلت الدخول إلى { $tenant } بالحساب { $address }.
sign-out-body-unnamed = سجّلت الدخول إلى { $tenant }.
sign-out-button = تسجيل الخروج
signed-out-title = تم تسجيل خروجك
signed-out-body = يمكنك إغلاق هذه الصفحة.
signed-out-button = العودة إلى { $tenant }


### Problems on the way to an app

app-mistake-title = هذا الرابط لا يعمل
app-mistake-body = حدث خطأ في التطبيق الذي أرسلك إلى هنا. يُرجى العودة إليه والمحاولة مرة أخرى. إذا تكرر ذلك، فيُرجى إبلاغ مطوّري التطبيق.
sign-in-expired-body = ظلت الصفحة مفتوحة فترة طويلة، فأغلقناها حفاظًا على أمانك. يُرجى العودة إلى التطبيق والبدء من جديد.
sorry-title = عذرًا
unknown-client-body = لا يمكننا معالجة طلبك الآن. يُرجى المحاولة مرة أخرى لاحقًا.
back-to-app-button = العودة إلى التطبيق


### Mail: confirm an e-mail address

mail-confirm-subject = { $tenant }: تأكيد بريدك الإلكتروني
mail-confirm-preheader = بضغطة واحدة، أو بإدخال الرمز { $code }. كلاهما يعمل حتى { $moment }.
mail-hello = مرحبًا { $name }،
mail-hello-unnamed = مرحبًا،
mail-confirm-why = يجري فتح حساب لك لدى { $tenant }، ونود أن نعرف أن هذا البريد الإلكتروني لك.
mail-confirm-code = أو يمكنك إدخال هذا الرمز حيث يُطلب منك:
mail-confirm-until = يعمل الزر والرمز حتى { $moment }.
mail-confirm-until-text = يعمل الرابط والرمز حتى { $moment }.
mail-not-you = لم تطلب ذلك؟ يمكنك تجاهل هذه الرسالة، ولن يحدث شيء.
mail-link-as-text = إذا لم يعمل الزر، فيُرجى نسخ هذا الرابط إلى متصفحك:
mail-confirm-link-text = لتأكيد بريدك الإلكتروني، يُرجى فتح هذا الرابط والضغط على الزر:
mail-help = المساعدة من { $tenant }: { $contact }
mail-invite-subject = { $tenant }: تفعيل حسابك
mail-invite-why = فُتح لك حساب لدى { $tenant }. يُرجى تفعيله لاختيار كلمة المرور.
mail-register-why = أُنشئ حساب لك لدى { $tenant }. يُرجى تفعيله للمتابعة.
mail-invite-link-text = لتفعيل حسابك، يُرجى فتح هذا الرابط والضغط على الزر:


### Agreements

agreements-title = ما توافق عليه
agreement-accept = أوافق على: { $title }
agreement-accept-optional = أوافق: { $title } (اختياري)
agreement-read = قراءة: { $title }
opens-in-new-tab = (يُفتح في علامة تبويب جديدة)
legal-version = الإصدار { $version }، ساري المفعول من { $moment }
error-agreement-missing = للمتابعة، يُرجى الموافقة على: { $title }
error-agreement-changed = هناك إصدار جديد. يُرجى قراءته والموافقة عليه: { $title }


### Text messages

confirm-number-title = تأكيد رقم هاتفك
confirm-number-body = تلقيت دعوة من { $tenant }. سنؤكد أولًا الرقم { $number }.
confirm-number-button = تأكيد رقم الهاتف
number-confirmed-title = تم تأكيد رقم هاتفك
link-texted-title = تحقق من رسائلك
link-texted-body = أرسلنا رسالة جديدة إلى { $number } إذا كان لا يزال في انتظار التأكيد.
link-texted-wait = قد يستغرق ذلك بضع دقائق.
sms-invite = فتح { $tenant } حسابًا لك. لتفعيله:
sms-code = أو استخدم هذا الرمز:
sms-until = كلاهما صالح حتى { $moment }.


### Invitations that were withdrawn

link-withdrawn-title = تم سحب هذه الدعوة
link-withdrawn-body = لم تعد صالحة. إذا كنت تظن أن في الأمر خطأ، فاطلب المساعدة من { $tenant }.


### Reminders

mail-remind-subject = { $tenant }: حسابك ما زال في انتظارك
mail-remind-why = تذكير من { $tenant }: فتحنا لك حسابًا ولم تفعّله بعد.


### Mail: about an account that there is

mail-exists-subject = { $tenant }: لديك حساب بالفعل
mail-exists-preheader = حاول أحدهم التسجيل بهذا العنوان. لم يتغير شيء.
mail-exists-why = حاول أحدهم، وقد تكون أنت، التسجيل لدى { $tenant } بهذا البريد الإلكتروني. يوجد حساب به بالفعل، ولم يتغير فيه شيء.
mail-exists-link-text = لتسجيل الدخول، يُرجى فتح هذا الرابط:
mail-exists-forgotten = هل نسيت كلمة المرور؟ يمكنك اختيار كلمة جديدة في صفحة تسجيل الدخول.
mail-exists-not-you = لم تفعل ذلك؟ إذن يمكنك تجاهل هذه الرسالة.
mail-elsewhere-preheader = تسجّل الدخول دون كلمة مرور.
mail-elsewhere-why = حاول أحدهم، وقد تكون أنت، التسجيل لدى { $tenant } بهذا البريد الإلكتروني أو اختيار كلمة مرور جديدة له. يوجد حساب بالفعل، وليست له كلمة مرور: تسجّل الدخول عبر { $provider }.
mail-recover-subject = { $tenant }: اختيار كلمة مرور جديدة
mail-recover-preheader = يمكنك اختيارها من هذه الرسالة.
mail-recover-why = تلقينا طلبًا لكلمة مرور جديدة لحسابك لدى { $tenant }.
mail-recover-button = اختيار كلمة مرور جديدة
mail-recover-link-text = لاختيار كلمة مرور جديدة، يُرجى فتح هذا الرابط:
mail-link-until = يعمل الزر حتى { $moment }.
mail-link-until-text = يعمل الرابط حتى { $moment }.
mail-recover-not-you = لم تطلب ذلك؟ يمكنك تجاهل هذه الرسالة، وستبقى كلمة المرور كما هي.
mail-changed-subject = { $tenant }: تم تغيير كلمة المرور
mail-changed-preheader = إذا لم تغيّرها أنت، فيُرجى اختيار كلمة مرور جديدة فورًا.
mail-changed-title = تم تغيير كلمة المرور
mail-changed-why = تم للتو تغيير كلمة مرور حسابك لدى { $tenant }. وتم تسجيل الخروج من أجهزتك الأخرى.
mail-changed-not-you = إذا كنت أنت من غيّرها، فلا حاجة إلى فعل شيء. وإلا فيُرجى اختيار كلمة مرور جديدة فورًا وطلب المساعدة من { $tenant }.
mail-new-email-subject = { $tenant }: تأكيد بريدك الإلكتروني الجديد
mail-new-email-preheader = حتى ذلك الحين يبقى العنوان القديم.
mail-new-email-why = سيصبح هذا العنوان البريد الإلكتروني الجديد لحسابك لدى { $tenant }. ويبقى العنوان القديم إلى أن تؤكد الجديد.
mail-moved-subject = { $tenant }: تسجّل الدخول الآن بطريقة أخرى
mail-moved-title = تسجّل الدخول الآن بطريقة أخرى
mail-moved-why = ستسجّل الدخول إلى { $tenant } من الآن عبر { $provider }. انتهت كلمة مرورك لدى { $tenant }، وسُجّل الخروج من أجهزتك.
mail-moved-why-unnamed = ستسجّل الدخول إلى { $tenant } من الآن بحسابك لدى مزوّد آخر. انتهت كلمة مرورك لدى { $tenant }، وسُجّل الخروج من أجهزتك.
mail-email-changed-subject = { $tenant }: تم تغيير بريدك الإلكتروني
mail-email-changed-preheader = إذا لم تغيّره أنت، فيُرجى طلب المساعدة فورًا.
mail-email-changed-title = تم تغيير بريدك الإلكتروني
mail-email-changed-why = أصبح البريد الإلكتروني لحسابك لدى { $tenant } هو { $address }. تسجيل الدخول يكون به من الآن فصاعدًا.
mail-email-changed-why-unnamed = أصبح لحسابك لدى { $tenant } بريد إلكتروني آخر. تسجيل الدخول يكون به من الآن فصاعدًا.
mail-ask-for-help = لم تفعل ذلك؟ يُرجى طلب المساعدة من { $tenant } فورًا.
mail-deleted-subject = { $tenant }: تم حذف حسابك
mail-deleted-preheader = وتم أيضًا حذف كل ما كان محفوظًا عنه.
mail-deleted-title = تم حذف حسابك
mail-deleted-why = تم حذف حسابك لدى { $tenant } وكل ما كان محفوظًا عنه. لم يعد بإمكانك تسجيل الدخول به.


### Your account

account-title = حسابك
account-who = تم تسجيل الدخول باسم { $name }، { $address }.
account-who-unnamed = تم تسجيل الدخول بالبريد { $address }.
account-password = تغيير كلمة المرور
account-password-what = اختيار كلمة جديدة، مع تسجيل الخروج من أجهزتك الأخرى.
account-email = تغيير بريدك الإلكتروني
account-email-what = العنوان المستخدم لتسجيل الدخول.
account-sessions = أماكن تسجيل دخولك
account-sessions-what = عرض أجهزتك وتسجيل الخروج منها.
account-consents = ما وافقت عليه
account-consents-what = قراءته مرة أخرى أو سحب الموافقة عليه.
account-export = تنزيل بياناتك
account-export-what = كل ما نحتفظ به عن حسابك، في ملف واحد.
account-delete = حذف حسابك
account-delete-what = نهائيًا، مع كل ما نحتفظ به عنه.
account-sign-out = تسجيل الخروج
account-sign-out-what = من هذا الجهاز.
account-password-changed = تم تغيير كلمة المرور، وتم تسجيل الخروج من أجهزتك الأخرى.
account-email-changed = تم تغيير بريدك الإلكتروني. تسجيل الدخول يكون بالجديد من الآن فصاعدًا.
account-session-ended = تم تسجيل الخروج هناك، وما زال حسابك مفتوحًا هنا.
account-consent-withdrawn = تم سحب الموافقة، ولم تعد سارية.
account-back = العودة إلى حسابك
account-button = الانتقال إلى حسابك


### Your account: another password

account-pincode = تغيير الرقم السري
change-password-body = سيبقى حسابك مفتوحًا هنا، وسيتم تسجيل الخروج من أجهزتك الأخرى.
current-password-label = كلمة المرور الحالية
current-pincode-label = الرقم السري الحالي
current-password-show-long = إظهار كلمة المرور الحالية
current-password-hide-long = إخفاء كلمة المرور الحالية
new-password-label = كلمة المرور الجديدة
new-pincode-label = الرقم السري الجديد
change-password-button = تغيير كلمة المرور
change-pincode-button = تغيير الرقم السري
error-current-missing = يُرجى إدخال كلمة المرور الحالية.
error-current-pincode-missing = يُرجى إدخال الرقم السري الحالي.
error-current-wrong = هذه ليست كلمة المرور الحالية. يُرجى التحقق منها وإدخالها مرة أخرى.
error-current-pincode-wrong = هذا ليس الرقم السري الحالي. يُرجى التحقق منه وإدخاله مرة أخرى.


### Your account: a new e-mail address

change-email-body = سنرسل رسالة إلى العنوان الجديد. ويبقى العنوان القديم إلى أن تؤكد الجديد.
change-email-now = البريد الإلكتروني الحالي: { $address }
new-email-label = البريد الإلكتروني الجديد
change-email-button = تغيير البريد الإلكتروني
new-email-title = تأكيد بريدك الإلكتروني الجديد
new-email-body = سنستخدم { $address } لحسابك لدى { $tenant } من الآن فصاعدًا.
email-link-expired-body = يبقى عنوانك القديم حاليًا. يُرجى تسجيل الدخول إلى حسابك وطلب رابط جديد.
email-link-used-body = إذا كنت أنت من استخدمه، فلم يبق شيء لفعله. وإلا فيُرجى طلب المساعدة من { $tenant }.
email-link-unknown-body = ربما يكون غير مكتمل، أو هناك رابط أحدث. يُرجى فتحه مرة أخرى من أحدث رسالة، أو تسجيل الدخول إلى حسابك وطلب رابط جديد.


### Your account: devices

sessions-body = لا تتعرف على أحد هذه الأجهزة؟ يُرجى تسجيل الخروج منه وتغيير كلمة المرور.
sessions-alone = حسابك مفتوح على هذا الجهاز فقط.
session-unknown = جهاز غير معروف
session-started = تسجيل الدخول: { $moment }
session-seen = آخر استخدام: { $moment }
session-place = الشبكة: { $place }
session-this-one = هذا هو الجهاز المستخدم الآن.
session-end-button = تسجيل الخروج
session-end-all-button = تسجيل الخروج من كل مكان آخر


### Your account: agreements

consents-body = يمكنك قراءة كل منها مرة أخرى، وسحب الموافقة على ما لا يحتاج إليه حسابك.
consents-none = لا يوجد شيء وافقت عليه.
consent-accepted = الإصدار { $version }، تمت الموافقة عليه في { $moment }
consent-withdraw-button = سحب الموافقة
consent-needed = لازم لحسابك. لإنهائه، يُرجى حذف الحساب.


### Your account: its end

delete-body = سنحذف حسابك لدى { $tenant } وكل ما نحتفظ به عنه. هذا نهائي: لن يتمكن أحد من استعادته.
delete-button = حذف الحساب
account-sign-in-again = ليست لديك كلمة مرور هنا. حتى لا يقوم شخص آخر بذلك، يُرجى تسجيل الدخول مرة أخرى؛ ثم تعود إلى هذه الصفحة.
deleted-title = تم حذف حسابك
deleted-body = تم أيضًا حذف كل ما كان يحتفظ به { $tenant } عنه. يمكنك إغلاق هذه الصفحة.


### An account of one of the tenant's kinds, address first

# Under the heading "Create your account". $tenant: the company's name.
signup-body = ابدأ بعنوان بريدك الإلكتروني. سنرسل إليك رابطًا لبقية نموذج حسابك لدى { $tenant }.
# Above the kinds of account that can be chosen.
kind-legend = ما الغرض من الحساب؟
# A kind of account.
kind-personal = شخصي
# Whom it is for.
kind-personal-hint = لك ولأسرتك.
# A kind of account.
kind-business = تجاري
# Whom it is for.
kind-business-hint = لشركة أو مؤسسة أخرى.
# No kind was chosen.
error-kind = اختر الغرض من الحساب.
# Button that sends the mail with the link to the form.
signup-button = أرسل لي الرابط
# After the button. $address: in full, as it was typed.
check-mail-signup = أرسلنا رسالة إلى { $address }. افتحها للمتابعة.
# Above the form behind the link, under the heading "Your e-mail address is confirmed". $tenant: the company's name.
signup-form-body = أكمل البقية واختر كلمة مرور لفتح حسابك لدى { $tenant }.
# The name of the place that comes with a private account.
location-home = المنزل
# The same of a business account.
location-place = الموقع
# Subject of the mail with the link to the form. $tenant: the company's name.
mail-signup-subject = { $tenant }: أنشئ حسابك
# Shown after the subject in a list of mails; completes it. "mail-link-until-text" follows it.
mail-signup-preheader = افتح هذه الرسالة للمتابعة.
# Why the mail comes. $tenant: the company's name.
mail-signup-why = يريد شخص ما، ربما أنت، إنشاء حساب لدى { $tenant } بهذا العنوان. تابع إلى النموذج لإنشائه.
# The button.
mail-signup-button = المتابعة إلى النموذج
# Above the link in the text part.
mail-signup-link-text = للمتابعة إلى النموذج، افتح هذا الرابط:
# A kind of account.
kind-partner = شريك
# Whom it is for.
kind-partner-hint = للموزعين وفنيي التركيب.
# A kind of account.
kind-recipient = مستلم بيانات
# Whom it is for.
kind-recipient-hint = لمن يستلم بيانات يشاركها العملاء.
# Heading: no account of this kind is opened now, though a link leads here.
accounts-closed-title = لا يمكن فتح هذا الحساب حاليًا
# Under that heading. $tenant: the company's name.
accounts-closed-body = لا تقبل { $tenant } حسابات جديدة من هذا النوع حاليًا. إذا كنت تحتاج إلى حساب، فاسأل { $tenant }.


### Accounts that wait for a decision

# Heading of the page after the form, of the page for a person who signs in too early, and of the mail that says the same.
awaiting-title = حسابك في انتظار الموافقة
# Under that heading. $tenant: the company's name.
awaiting-body = تراجع { $tenant } الحسابات الجديدة قبل استخدامها. سنرسل إليك رسالة فور اتخاذ القرار.
# Subject of the mail to the person. $tenant: the company's name.
mail-awaiting-subject = { $tenant }: حسابك في انتظار الموافقة
# Shown after the subject in a list of mails; completes it.
mail-awaiting-preheader = سنرسل إليك رسالة فور اتخاذ القرار.
# What the mail says. $tenant: the company's name.
mail-awaiting-why = أنشأت حسابًا لدى { $tenant }. تجري مراجعته قبل أن تتمكن من تسجيل الدخول، وسنرسل إليك رسالة فور اتخاذ القرار.
# Subject of the mail to those who decide. $tenant: the company's name.
mail-approve-subject = { $tenant }: حساب ينتظر موافقتك
# Shown after the subject in a list of mails; completes it.
mail-approve-preheader = القرار لك في السماح باستخدامه.
# Heading of that mail.
mail-approve-title = حساب ينتظر موافقتك
# Who it is. $person: name, company and address, $tenant: the company's name, $kind: the kind of account, as in "kind-business".
mail-approve-why = أنشأ { $person } حسابًا لدى { $tenant } ({ $kind }). لا يمكن استخدامه حتى توافق عليه.
# Below it, where the company does not use our pages for deciding.
mail-approve-elsewhere = يُتخذ القرار في نظامك الإداري.
# Button below it, to the page where accounts are decided about.
mail-approve-button = اتخاذ القرار
# Above the link in the text part.
mail-approve-link-text = لاتخاذ القرار، يُرجى فتح هذه الصفحة:
# Subject of the mail to a person whose account was approved. $tenant: the company's name.
mail-approved-subject = { $tenant }: تمت الموافقة على حسابك
# Shown after the subject in a list of mails; completes it.
mail-approved-preheader = يمكنك تسجيل الدخول الآن.
# Heading of that mail.
mail-approved-title = تمت الموافقة على حسابك
# What it says; a button to sign in follows. $tenant: the company's name.
mail-approved-why = تمت الموافقة على حسابك لدى { $tenant }. يمكنك تسجيل الدخول الآن.
# Subject of the mail to a person whose account was refused. $tenant: the company's name.
mail-refused-subject = { $tenant }: لم تتم الموافقة على حسابك
# Shown after the subject in a list of mails; completes it.
mail-refused-preheader = لا يمكنك تسجيل الدخول به.
# Heading of that mail.
mail-refused-title = لم تتم الموافقة على حسابك
# What it says. $tenant: the company's name.
mail-refused-why = لم توافق { $tenant } على حسابك، ولذلك لا يمكنك تسجيل الدخول به.
# Below that an account was approved or refused, where the company gave a reason. $reason: in the company's own words.
mail-refused-reason = السبب: { $reason }


### Vouchers of a campaign

# The code is right, and over, taken back, used up or not valid yet. $tenant: the company's name.
error-voucher-over = لم يعد هذا الرمز صالحًا، أو لم يبدأ العمل به بعد. اطلب رمزًا آخر من { $tenant }.
error-voucher-not-now = لا يمكننا التحقق من هذا الرمز الآن. يُرجى المحاولة مرة أخرى بعد بضع دقائق.


### People who sign in with an identity provider

sign-in-or = أو
sso-button = المتابعة باستخدام { $provider }
sso-again-title = يرجى تسجيل الدخول مرة أخرى
sso-again-body = استغرق تسجيل الدخول وقتًا طويلًا أو بدأ في متصفح آخر. لم يتغيّر شيء.
sso-cancelled-title = لم يتم تسجيل دخولك
sso-cancelled-body = لم يؤكّد { $provider } هويتك. يمكنك المحاولة مرة أخرى أو تسجيل الدخول بطريقة أخرى.
sso-refused-title = لم يُظهر { $provider } من أنت
sso-refused-body = لم يتغيّر شيء. يرجى تسجيل الدخول مرة أخرى، واطلب المساعدة من { $tenant } إذا تكرّر ذلك.
sso-old-title = لم يؤكد { $provider } أنك سجّلت الدخول للتو
sso-old-body = لم يتغيّر شيء. ما أردت القيام به يتطلب تسجيل دخول جديدًا. يرجى المحاولة مرة أخرى، واطلب المساعدة من { $tenant } إذا تكرّر ذلك.
sso-trouble-title = { $provider } لا يستجيب
sso-trouble-body = ليس الخطأ منك، ولم يتغيّر شيء. يرجى المحاولة مرة أخرى بعد بضع دقائق.
sso-unknown-title = { $tenant } لا تعرفك بعد
sso-unknown-body = أكّد { $provider } هويتك، لكن لا يوجد حساب لك. اطلب من { $tenant } إضافتك. إذا كانت لديك كلمة مرور هنا، يمكنك ربط الاثنين.
sso-have-password = لديّ كلمة مرور
sso-taken-title = لا يمكن الربط
sso-taken-body = حسابك، أو هويتك لدى { $provider }، مرتبط بشيء آخر. اطلب المساعدة من { $tenant }.
sso-invited-title = يرجى فتح دعوتك
sso-invited-body = أرسلت إليك { $tenant } رسالة بريد. اتبع الرابط الموجود فيها أولًا. إذا لم تجدها، فاطلب من { $tenant } إرسالها مرة أخرى.
sso-form-body = أكّد { $provider } هويتك. أكمل الباقي لفتح حسابك لدى { $tenant }.
sso-connect-title = اربط حسابك
sso-connect-body = سجّل الدخول مرة أخرى بكلمة مرورك لدى { $tenant }. بعد ذلك تسجّل الدخول باستخدام { $provider }، وتنتهي كلمة مرورك.
sso-connect-body-pincode = سجّل الدخول مرة أخرى برمزك السري لدى { $tenant }. بعد ذلك تسجّل الدخول باستخدام { $provider }، وينتهي رمزك السري.
sso-connect-account = حسابك لدى { $provider }: { $account }
sso-connect-button = ربط
sso-address-body = لا يقول { $provider } إن هذا العنوان لك. سنرسل إليك رابطًا؛ افتحه في هذا المتصفح.
account-suspended-title = حسابك موقوف
account-suspended-body = أوقفت { $tenant } حسابك مؤقتًا. اطلب المساعدة من { $tenant }.
