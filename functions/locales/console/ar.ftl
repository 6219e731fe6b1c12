# The console's words in Arabic (Modern Standard). What each message is for stands in en.ftl.
#
# Plain and polite; as far as possible nouns instead of imperatives, which have a gender. A duration stands in the
# genitive or accusative. What is read from left to right inside a sentence stands between {"\u2066"} and {"\u2069"};
# Usher puts such marks around values itself.


### Around every page

console-page-title = { $title } – لوحة التحكم لدى { $tenant }
console-name = لوحة التحكم
console-menu = لوحة التحكم
console-start = نظرة عامة
console-approvals = طلبات الموافقة
console-people = الأشخاص
console-funnel = مراحل التقدم
console-onboarding = فتح الحسابات
console-signed-in = تم تسجيل الدخول بالبريد { $operator }
console-sign-out = تسجيل الخروج
console-skip = الانتقال إلى المحتوى
console-language = اللغة
console-errors = لم ينجح ذلك
console-next-page = الصفحة التالية
console-none = –
console-changed = غيّر شخص آخر هذا في هذه الأثناء. يُرجى الاطلاع عليه كما هو الآن، ثم إجراء التغيير مرة أخرى.
console-gone = لم يعد ذلك ممكنًا، فقد حدث تغيير في هذه الأثناء.
console-wait = يُرجى الانتظار لمدة { $wait } قبل إعادة المحاولة.

### Access

denied-title = لوحة التحكم غير متاحة لك
denied-body = تم تسجيل الدخول بالبريد { $operator }. لا تُدار حسابات هذه الشركة بهذا العنوان. يُرجى طلب إضافة عنوانك من مسؤول الشركة، أو تسجيل الدخول بعنوان آخر.
too-much-title = هذا أكثر مما يمكن حفظه دفعة واحدة
too-much-body = يتسع النموذج لما لا يزيد على 64 كيلوبايت، وهذا النموذج أكبر من ذلك، ولذلك لم يُحفظ شيء. يمكنك الرجوع من المتصفح: ما كتبته لا يزال هناك. يُرجى اختصاره ثم الحفظ مرة أخرى.
too-much-anew = البدء من جديد بما هو محفوظ

### Overview

start-body = متابعة الأشخاص الذين لديهم حساب لدى { $tenant }.
start-approvals = اتخاذ القرار في الحسابات التي تنتظر الموافقة.
start-people = البحث عن شخص ومعرفة المرحلة التي وصل إليها، وإعادة إرسال دعوة أو سحبها.
start-funnel = معرفة عدد من يصلون من الخطوة الأولى إلى الأخيرة.
start-onboarding = اختيار الحسابات التي يمكن فتحها، وما يُطلب فيها، وشكل الصفحات والرسائل.

### Approvals

approvals-empty = لا يوجد حساب ينتظر الموافقة.
approvals-since = في الانتظار منذ { $moment }
approvals-reason = السبب (اختياري)
approvals-reason-hint = سيقرأ الشخص السبب في الرسالة، لذا يُرجى كتابته بلغته.
approvals-approve = موافقة
approvals-refuse = رفض
approvals-approved = تمت الموافقة على الحساب. سيصل الخبر إلى صاحب الحساب برسالة بريد.
approvals-refused = تم رفض الحساب. سيصل الخبر إلى صاحب الحساب برسالة بريد.
approvals-decided = سبق أن اتخذ شخص آخر القرار في هذا الحساب.
approvals-too-long = الحد الأقصى للسبب 500 حرف.

### Kinds of account and states

kind-name-personal = شخصي
kind-name-business = تجاري
kind-name-channel-partner = شريك
kind-name-data-recipient = مستلم بيانات
state-provisioned = تم تجهيز الحساب
state-verified = تم تأكيد العنوان
state-awaiting-approval = في انتظار الموافقة
state-refused = مرفوض
state-registered = تم التسجيل
state-active = الحساب نشط
state-suspended = موقوف

### People

people-search = العنوان أو الاسم أو المعرّف
people-search-hint = بريد إلكتروني كامل، أو بداية اسم، أو معرّف مثل {"\u2066"}usr_…{"\u2069"}
people-search-button = بحث
people-newest = أحدث الأشخاص
people-found = نتائج البحث عن «{ $query }»
people-nobody = لم يُعثر على أحد.
people-too-short = يُرجى إدخال حرفين على الأقل من اسم، أو عنوان كامل، أو معرّف.
people-name = الاسم
people-address = البريد الإلكتروني
people-kind = النوع
people-state = الحالة
people-since = منذ
people-unnamed = لا يوجد اسم بعد

### A person

person-back = العودة إلى الأشخاص
person-details = التفاصيل
person-next = الخطوة التالية
next-verify-address = يؤكد صاحب الحساب عنوانه
next-set-credential = يختار صاحب الحساب كلمة مرور
next-decide = يُتخذ قرار في الحساب
next-send-first-data = تصل البيانات الأولى
person-id = المعرّف
person-external-id = المعرّف لدى شركتك
person-phone = الهاتف
person-language = اللغة
person-verified-by = تم التأكيد من خلال
verified-by-mail = رسالة بريد
verified-by-sms = رسالة نصية
verified-by-tenant = شركتك
verified-by-provider = مزوّد الهوية
person-customer = العميل
person-organisation = المؤسسة
person-role = الدور
role-owner = المالك
role-member = عضو
person-places = المواقع
person-history = السجل
history-invited = إرسال الدعوة
history-provisioned = تجهيز الحساب
history-self-registered = التسجيل بنفسه
history-signed-up = فتح الحساب
history-verified = { $by ->
    [sms] تأكيد الرقم برسالة نصية
    [tenant] تأكيد العنوان من شركتك
    [provider] تأكيد العنوان من مزوّد الهوية
   *[mail] تأكيد العنوان برسالة بريد
}
history-approval-asked = طلب الموافقة
history-approved = الموافقة من { $by }
history-refused = الرفض من { $by }
history-by-endpoint = خدمتكم
history-by-operator = المشغّل { $id }
history-reason = { $what }: «{ $reason }»
history-details-confirmed = تأكيد البيانات
history-password-changed = تغيير كلمة المرور
history-accepted = الموافقة على { $agreement }، الإصدار { $version }
history-withdrew = سحب الموافقة على { $agreement }، الإصدار { $version }
history-expires = آخر موعد يعمل فيه الرابط
history-opened = استخدام الرابط
history-revoked = سحب الدعوة
history-delivery = { $channel ->
    [sms] رسالة نصية
   *[email] رسالة بريد
}: { $status ->
    [queued] في انتظار الإرسال
    [sent] تم إرسالها
    [delivered] تم تسليمها
    [bounced] رفضها خادم البريد
    [complained] أبلغ الشخص أنها غير مرغوب فيها
   *[failed] تعذّر إرسالها
}
person-bounced = يرفض خادم البريد هذا العنوان. لن تُرسل إليه رسائل بريد أخرى.
person-complained = أبلغ الشخص عن رسالة غير مرغوب فيها. لن تُرسل إليه رسائل بريد أخرى.
person-invitation = الدعوة
invitation-status = { $status ->
    [queued] في انتظار الإرسال
    [sent] تم إرسالها
    [delivered] تم تسليمها
    [bounced] رفضها خادم البريد
    [verified] تم تأكيد العنوان
    [completed] اكتملت
    [expired] انتهت صلاحيتها
   *[revoked] تم سحبها
} (إلى { $app })
invitation-resend = إعادة الإرسال
invitation-revoke = سحب الدعوة
invitation-revoke-hint = الدعوة التي تُسحب تنتهي نهائيًا.
invitation-resent = أُعيد إرسال الدعوة، وهي في الطريق.
invitation-revoked = تم سحب الدعوة.
invitation-stopped = لم تعد تُرسل رسائل بريد إلى هذا العنوان.
person-consents = ما تمت الموافقة عليه
consents-none = لم تتم الموافقة على شيء بعد.
consents-version = { $agreement }، الإصدار { $version }
consents-accepted = تمت الموافقة عليه في { $moment }
consents-withdrawn = تم سحب الموافقة في { $moment }

### Funnel

console-date = { $day } { $month ->
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
} { $year }
funnel-body = عدد الأشخاص الذين وصلوا إلى كل خطوة من { $from } إلى { $to }.
funnel-period = الفترة
funnel-days = { $days ->
    [zero] آخر { $days } يوم
    [one] آخر يوم
    [two] آخر يومين
    [few] آخر { $days } أيام
    [many] آخر { $days } يومًا
   *[other] آخر { $days } يوم
}
funnel-kind = نوع الحساب
funnel-all = الكل
funnel-show = عرض
funnel-step = الخطوة
funnel-people = الأشخاص
funnel-of-before = من الخطوة السابقة
funnel-share = { $percent }٪
step-provisioned = تم تجهيز الحساب
step-sent = تم إرسال رسالة البريد
step-delivered = تم تسليم رسالة البريد
step-verified = تم تأكيد العنوان
step-registered = تم التسجيل
step-active = الحساب نشط
funnel-by-day = حسب اليوم
funnel-day = اليوم

### User onboarding

onboarding-body = ما يُحفظ هنا يسري خلال دقيقة. كل تغيير يبقى محفوظًا ويمكن التراجع عنه.
onboarding-kinds = أنواع الحسابات
onboarding-on = يمكن فتحه
onboarding-off = لا يمكن فتحه
onboarding-look = الشكل وبيانات التواصل
onboarding-look-what = الاسم واللون والشعار والمساعدة والروابط القانونية في الصفحات والرسائل.
onboarding-preview = معاينة
onboarding-preview-what = الصفحات والرسائل كما يراها الأشخاص، بكل لغة.
onboarding-document = الإعدادات كاملة
onboarding-document-what = كل شيء في مستند واحد، مع الاتفاقيات والتطبيقات والنصوص الخاصة بك.
onboarding-versions = الإصدارات
onboarding-versions-what = من غيّر ماذا ومتى، وكيفية التراجع عن ذلك.
onboarding-save = حفظ
onboarding-saved = تم الحفظ. يسري ذلك خلال دقيقة.
onboarding-moved = تم الحفظ. أصبح أحد مزودي الدخول مزودًا آخر: يمكن لمن كان مرتبطًا بالسابق اختيار كلمة مرور عبر البريد إذا كان عنوانه مؤكدًا، ثم الارتباط من جديد.
onboarding-back = العودة إلى فتح الحسابات
onboarding-wrong = يُرجى تصحيح ما يلي. لم يتغير شيء.

### A kind of account

kind-enabled = يمكن فتح حسابات من هذا النوع
kind-voucher = رمز القسيمة
kind-voucher-usual = كالمعتاد في هذا النوع
kind-voucher-none = غير مطلوب
kind-voucher-optional = اختياري
kind-voucher-required = إلزامي
kind-without-code = يمكن للشركاء التسجيل دون رمز القسيمة
kind-customer-fields = أسئلة عن العميل
kind-user-fields = أسئلة عن الشخص
kind-fields-hint = لإزالة صف، يُرجى ترك اسمه فارغًا.
field-name = الاسم
field-type = النوع
field-label = التسمية
field-label-in = التسمية ({ $language })
field-choices = الخيارات
field-required = إلزامي
field-shown = ظاهر
field-row = الصف { $number }
field-type-usual = مدمج
field-type-text = نص
field-type-email = بريد إلكتروني
field-type-phone = رقم هاتف
field-type-date = تاريخ
field-type-choice = اختيار
field-type-address = عنوان بريدي
field-more = المزيد
question-about = السؤال
question-words = النصوص
question-rules = القواعد
question-label = التسميات، لغة في كل سطر
question-label-hint = مثال: {"\u2066"}ar = {"\u2067"}الشركة{"\u2069"}{"\u2069"}
question-choices-hint = لنوع «اختيار»، واحد في كل سطر، تليه التسميات: {"\u2066"}farm | en = Farm | de = Bauernhof{"\u2069"}
question-longest = أقصى عدد من الأحرف
question-longest-hint = حتى 500؛ إذا تُرك فارغًا فهو 100.
question-pattern = النمط الذي يجب أن تطابقه القيمة كاملة
question-pattern-hint = تعبير نمطي، مثل {"\u2066"}DE[0-9]{"{"}9{"}"}{"\u2069"}
question-scope = النطاق (scope) الذي ترى به التطبيقات القيمة
question-scope-hint = إذا تُرك فارغًا، فلن يظهر في أي رمز هوية (ID token).
kind-password = كلمات المرور
kind-password-usual = كما في بقية شركتكم
kind-password-modern = 15 حرفًا على الأقل من أي نوع
kind-password-classic = من 6 إلى 16 حرفًا ورقمًا
kind-password-pincode = رقم تعريف شخصي من ستة أرقام
kind-verify = يتحقق الأشخاص الذين تسجلونهم من بياناتهم عند أول تسجيل دخول
kind-location = يُضاف موقع مع الحساب
kind-location-name = أسماء الموقع، لغة في كل سطر
kind-location-hint = مثال: {"\u2066"}ar = {"\u2067"}المقر الرئيسي{"\u2069"}{"\u2069"}. إذا تُرك فارغًا، يكون الاسم «المنزل» أو «الموقع» بلغة الشخص.
kind-approval = يُتخذ قرار في كل حساب قبل أن يسري
kind-approvers = من تصلهم رسالة بريد، عنوان واحد في كل سطر
kind-approved = العناوين والنطاقات التي لا تحتاج إلى موافقة، واحد في كل سطر
kind-allowed = لا يمكن فتح حساب إلا بهذه العناوين والنطاقات، واحد في كل سطر
kind-denied = لا يمكن فتح حساب بهذه العناوين والنطاقات، واحد في كل سطر
kind-addresses-hint = عنوان، أو نطاق تسبقه العلامة @، مثل {"\u2066"}@example.org{"\u2069"}

### Look and contact

look-name = اسم الشركة
look-language = اللغة عندما لا تُطلب لغة أخرى
look-colour = اللون، مثل {"\u2066"}#0b5fff{"\u2069"}
look-logo = عنوان الشعار
look-favicon = عنوان الأيقونة في علامة تبويب المتصفح
look-support-url = صفحة المساعدة
look-support-email = البريد الإلكتروني للمساعدة
look-postal = العنوان البريدي في أسفل الرسائل
look-legal = الروابط القانونية
look-legal-label = النص
look-legal-url = العنوان

### The whole configuration

document-label = الإعدادات بصيغة JSON
document-hint = تظهر المفاتيح السرية بكلمة «kept»، وتبقى كما هي.
document-malformed = هذا ليس JSON: { $detail }

### Versions

version-number = الإصدار
version-at = تاريخ الحفظ
version-by = بواسطة
version-current = ساري المفعول الآن
version-restore = استعادة الإصدار { $number }

### Preview

preview-body = تُفتح كل صفحة أو رسالة كما يراها الأشخاص. لا تؤدي الأزرار إلى أي مكان.
preview-pages = الصفحات
preview-mails = الرسائل
preview-form = نموذج حساب: { $kind }

### Agreements

onboarding-agreements = الاتفاقيات
onboarding-agreement-new = اتفاقية جديدة
onboarding-agreement-new-what = الشروط وإشعارات الخصوصية والعروض التي يُطلب قبولها.
onboarding-more = كل ما عدا ذلك
agreement-count = الإصدارات: { $count }
agreement-name = الاسم المختصر
agreement-name-hint = من 1 إلى 40 من الأحرف a–z والأرقام 0–9 والشرطة. يظهر في الروابط ولا يتغير أبدًا.
agreement-required = لا يمكن لأحد الإنهاء من دونها
agreement-audience = لمن هي
agreement-audience-hint = إذا لم يُختر شيء، فهي للجميع.
agreement-versions = الإصدارات حتى الآن
agreement-version = الإصدار { $number }، اعتبارًا من { $moment }
agreement-next = إصدار جديد
agreement-next-hint = لا يتغير نص الإصدار أبدًا. يُترك النص فارغًا لعدم إضافة أي إصدار.
agreement-from = اعتبارًا من أي يوم (UTC)؛ فارغ: فورًا
agreement-again = على من قبل إصدارًا أقدم أن يقبل هذا الإصدار
agreement-remove = إزالته: لا يُطلب من أحد بعد ذلك
agreement-title = العنوان ({ $language })
agreement-text = النص، بصيغة Markdown ({ $language })

### Rules, apps and texts of one's own

onboarding-rules = الدعوات وتسجيل الدخول
onboarding-rules-what = مدة صلاحية الروابط، والتذكيرات، وشروط كلمات المرور، ومن يستخدم هذه الوحدة.
onboarding-texts = نصوصك الخاصة
onboarding-texts-what = جمل الصفحات والرسائل بكلماتك.
onboarding-apps = التطبيقات والخوادم
onboarding-app-new = تطبيق أو خادم جديد
onboarding-app-new-what = إلى أين يعود الأشخاص، والبرامج التي تتصل نيابةً عنك.
rules-inviting = الدعوات
rules-signing-in = تسجيل الدخول
rules-sender = اسم مرسل الرسائل
rules-invite = تُرسل رسالة فورًا إلى كل من تضيفه
rules-link-life = مدة صلاحية الرابط المرسل، بالثواني
rules-cooldown = المدة قبل إمكان الإرسال مجددًا، بالثواني
rules-reminders = متى يُذكَّر المدعوون، بالساعات بعد الدعوة
rules-numbers-hint = أرقام تفصل بينها فواصل، مثل 48, 120؛ فارغ: أبدًا
rules-purge = متى يُمحى المدعوون الذين لم يسجّلوا، بالأيام بعد الدعوة
rules-purge-hint = فارغ: أبدًا
rules-proof = لأول كلمة مرور يقدّم الأشخاص
rules-proof-shown = أن العنوان لهم، أو قسيمة
rules-proof-none = لا شيء: من يعرف العنوان يمكنه أخذ الحساب
rules-ticket-life = المدة المتاحة لاختيار كلمة مرور، بالثواني
rules-idle = مدة بقاء المتصفح غير المستخدم مسجّلًا، بالثواني
rules-session = أقصى مدة لبقاء المتصفح مسجّلًا، بالثواني
rules-app-link = إلى أين يذهب الأشخاص عند الانتهاء
rules-link-base = بداية الروابط المرسلة إن كان التطبيق يلتقطها
rules-organization = معرّف المؤسسة الذي ترسله التطبيقات
rules-operators = من يستخدم هذه الوحدة، عنوان في كل سطر
rules-operators-hint = يمكن لكل منهم تغيير كل شيء هنا. اختر عناوين يقرؤها شخص واحد فقط.
app-about = عام
app-rights = ما يُسمح له به
app-people = أشخاصه
app-id = معرّف العميل
app-id-hint = من 1 إلى 64 حرفًا أو رقمًا أو شرطة أو شرطة سفلية. لا يتغير أبدًا.
app-kind = النوع
app-kind-app = تطبيق يستخدمه أشخاص
app-kind-server = خادم يتصل من تلقاء نفسه
app-name = الاسم كما يعرفه الناس
app-customers = أشخاصه من نوع
app-environment = معرّف البيئة الذي يرسله
app-grants = كيف يحصل على الرموز
app-secret = قيمة SHA-256 لسرّه بترميز base64
app-secret-hint = ينشئ «usher keygen --secret» الاثنين. ولا يُحفظ السر نفسه أبدًا.
app-keys = المفاتيح التي يوقّع بها، مفتاح في كل سطر
app-keys-hint = معرّف المفتاح، ثم مسافة، ثم ما طبعه «usher keygen» كقيمة public
app-introspects = يمكنه السؤال عن محتوى رموز تطبيقاتك الأخرى
app-configures = يمكنه تغيير كل ما أُعدّ هنا
app-configures-hint = من يملك مفتاحه يقرر ما يُسمح به للآخرين. امنحه لمكتب خلفي واحد فقط.
app-delivers = يمكنه طلب الروابط والرموز ليسلّمها بنفسه
app-delivers-hint = يمكنه عندئذٍ تفعيل حساب كل من يدعوه.
app-redirects = العناوين التي يمكن أن يعود إليها الأشخاص، عنوان في كل سطر
app-logouts = والشيء نفسه بعد تسجيل الخروج
app-channels = كيف يُدعى الأشخاص
app-by-mail = بالبريد الإلكتروني
app-by-sms = برسالة نصية
app-registers = يمكن للأشخاص التسجيل بأنفسهم
app-sign-up = يمكن للأشخاص فتح حساب من أحد أنواعك
app-allowed = هذه العناوين والنطاقات وحدها يمكنها التسجيل، واحد في كل سطر
app-denied = وهذه لا يمكنها، واحد في كل سطر
app-fields = الأسئلة التي يطرحها على أشخاصه
app-remove = إزالته: تنتهي رموزه ومفاتيحه فورًا
provider-heading = خدمتك الخاصة لرموز الشركاء
decider-heading = التذكيرات، وخدمتك الخاصة التي تقرر
kind-reminders = متى يُذكَّر من يقررون، بالساعات
service-url = أين تُسأل
service-url-hint = عنوان يبدأ بـ https://؛ فارغ: لا توجد
service-by = كيف تعرف أن Usher هو السائل
service-by-nothing = لا تعرف
service-by-signature = بتوقيع
service-by-token = برمز
service-by-password = باسم وكلمة مرور
service-user = الاسم، مع كلمة مرور
service-secret = الرمز أو كلمة المرور
provider-name = العنصر الذي يحمل اسم الشريك في الإجابة
provider-mapping = ما يؤخذ أيضًا، واحد في كل سطر
provider-mapping-hint = عنصر من الإجابة = سؤال عن العميل، مثل company = companyName
provider-target = مؤسسة هؤلاء الشركاء
texts-body = يمكن قول أي جملة في الصفحات والرسائل بصيغة أخرى. ابحث عنها بنصها الحالي.
texts-language = اللغة
texts-search = كلمات من جملة
texts-nothing = لا توجد جملة بهذه الكلمات، ولا جملة خاصة بك بهذه اللغة.
texts-more = هناك المزيد: ابحث بكلمات أكثر.
texts-hint = إذا تُركت فارغة تبقى جملة Usher. وما بين القوسين المعقوفين يُملأ تلقائيًا: انقله كما هو.

### Identity providers

onboarding-connections = الدخول الموحّد
onboarding-connection-new = مزوّد هوية جديد
onboarding-connection-new-what = يسجّل أشخاصك الدخول حيث لديهم حساب بالفعل.
connection-id-hint = من 1 إلى 40 من a–z و0–9 والشرطة. لا يتغير أبدًا.
connection-matches = يعرف الأشخاص بالمعرّف الذي يقدّمه مكتبك الخلفي معهم
connection-matches-hint = external_authentication_provider_id؛ واحد على الأكثر من بين عدة مزوّدين
connection-introspection = السؤال عن رموزه (RFC 7662)
connection-url-hint = عنوان يبدأ بـ https://
connection-client = معرّف العميل الخاص بـ Usher هناك
connection-secret = سر العميل الخاص بـ Usher هناك
connection-authentication = أين يوضع السر
connection-subject = أين يوجد معرّف الشخص في الإجابة
connection-subject-hint = مؤشر JSON مثل /sub؛ فارغ: /external_authentication_provider_id
connection-audience = لمن يجب أن تكون رموزه موجّهة
connection-audience-hint = فارغ: لا أحد يتحقق، ورمز خدمة أخرى يُقبل هنا
connection-remove = إزالته: لا يسجّل أحد الدخول به بعد ذلك
onboarding-provider-new = مزوّد هوية جديد بزر
onboarding-provider-new-what = يسجّل أشخاصك الدخول بزر في متصفحهم.
provider-oidc = كيفية الوصول إليه (OpenID Connect)
provider-people = أشخاصه
provider-issuer = المُصدر
provider-issuer-hint = تمامًا كما تسمّيه بياناته الوصفية: https://…
provider-scopes = النطاقات (scopes)
provider-scopes-hint = واحد في كل سطر، ومنها openid
provider-userinfo = سؤال UserInfo أيضًا
provider-provisioned = مكان معرّف مكتبك الخلفي فيما يقوله
provider-provisioned-hint = مؤشر JSON مثل ‎/sub
provider-claims = القيم التي تؤخذ منه
provider-claims-hint = واحدة في كل سطر: firstName = /given_name
provider-button = نص الزر
provider-button-hint = لغة في كل سطر: ar = المتابعة مع Acme
provider-newcomers = أشخاص لا يعرفهم أحد هنا
provider-newcomers-linked = يقال لهم من يسألون
provider-newcomers-user = يحصلون على حساب فورًا
provider-newcomers-customer = يملؤون نموذج نوع من الحسابات
provider-kind = ذلك النوع من الحسابات
provider-kind-none = لا شيء
provider-callback = عنوان الرجوع الذي يجب أن يعرفه مزوّد الهوية
provider-logout = عنوان تسجيل الخروج في الخلفية (back-channel logout)
