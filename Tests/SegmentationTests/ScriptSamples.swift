import Testing

/// A short paragraph in each of many scripts, written for these tests.
struct ScriptSample: CustomTestStringConvertible, Sendable {
    var script: String
    var text: String
    var testDescription: String { script }

    static let all: [ScriptSample] = [
        .init(
            script: "Latin",
            text: """
                Mrs. O’Hara-Núñez flew from São Tomé to Łódź at 9:30 a.m. on 3 May; the fare was €1,234.50.
                “Why not?”, asked Jürgen's aunt — the naïve one (aged 81).
                """),
        .init(
            script: "Cyrillic",
            text: """
                Вечером 7 марта посол вернулся в Минск. «Договор готов», — сказала г-жа Ильина, и все встали.
                Її відповідь була короткою: «Ні».
                """),
        .init(
            script: "Greek",
            text: """
                Ο Οδυσσέας γύρισε στην Ιθάκη στις 12 Μαΐου. «Πού ήσουν;» ρώτησε η Πηνελόπη· κανείς δεν απάντησε.
                """),
        .init(
            script: "Arabic",
            text:
                "وصل الوزير إلى عمّان يوم الثلاثاء ٥ آذار، ثم سافر إلى القاهرة. هل سيعود قريبًا؟ لا أحد يعلم."
        ),
        .init(
            script: "Hebrew",
            text:
                "השגרירה הגיעה לחיפה ב־14 במאי. מנכ\"ל החברה אמר: \"נשוב מחר\". צה״ל וג׳ורג׳ לא הגיבו."
        ),
        .init(
            script: "Devanagari",
            text: "मंत्री जी सोमवार को काठमांडू पहुँचे। उन्होंने ३ समझौतों पर हस्ताक्षर किए। क्या वे लौटेंगे?"),
        .init(
            script: "Thai",
            text: "เอกอัครราชทูตเดินทางถึงเชียงใหม่เมื่อวันที่ 9 มีนาคม แล้วกล่าวว่า “เราจะกลับมาอีก”"),
        .init(
            script: "Lao, Khmer, Burmese",
            text: "ລັດຖະມົນຕີເດີນທາງມາຮອດວຽງຈັນ។ ឯកអគ្គរដ្ឋទូតបានមកដល់ភ្នំពេញ។ သံအမတ်ကြီးသည်ရန်ကုန်သို့ရောက်သည်။"),
        .init(script: "Chinese", text: "大使於三月九日抵達臺北，並表示：「我們會再來。」兩國簽署了2份協定，共15頁！"),
        .init(script: "Japanese", text: "大使は3月9日に札幌へ到着した。「また来ます」とスピーチで述べ、ラーメンを食べた。ﾊﾝｶｸも含む。"),
        .init(script: "Korean", text: "대사는 3월 9일 부산에 도착했다. “다시 오겠습니다”라고 말하고 2개 협정에 서명했다."),
        .init(
            script: "Armenian and Georgian",
            text:
                "Դեսպանը ժամանեց Երևան մարտի 9-ին։ Ե՞րբ կվերադառնա։ ელჩი ჩავიდა თბილისში. ის მალე დაბრუნდება."
        ),
        .init(
            script: "Emoji and symbols",
            text: "👩🏽‍🚀 landed 🇯🇵🇫🇷 at 5°C… #win @home https://a.example/b?c=1 ½ x²≥y ❤️‍🔥 3️⃣"),
    ]
}
