import SeededRandom

/// The same few sentences of news in ten scripts, repeated in a drawn order.
enum Scripts {
    struct Script {
        var name: String
        /// Whether it puts spaces between words.
        var isSpaced = true
        var sentences: [String]
    }

    /// A corpus of each script, of `size` bytes or a little more.
    static func corpora(_ size: Int) -> [Corpus] {
        all.map { script in
            var random = SplitMix64(seed: 4)
            var documents: [String] = []
            var total = 0
            while total < size {
                var text = ""
                while text.utf8.count < 3_000 {
                    text += script.sentences[random.below(script.sentences.count)]
                    if script.isSpaced { text += " " }
                }
                total += text.utf8.count
                documents.append(text)
            }
            return Corpus(script.name, documents, isSpaced: script.isSpaced)
        }
    }

    static let all = [
        Script(
            name: "Latin",
            sentences: [
                "Le président de la République a reçu mercredi à l’Élysée le ministre des Affaires étrangères.",
                "Der Außenminister erklärte am 12. Februar, die Verhandlungen würden in Zürich fortgeführt.",
                "Thủ tướng đã gặp các nhà ngoại giao tại Hà Nội vào ngày 16 tháng 2 năm 2019.",
                "Türkiye Dışişleri Bakanlığı görüşmelerin İstanbul’da süreceğini açıkladı.",
            ]),
        Script(
            name: "Greek",
            sentences: [
                "Ο υπουργός Εξωτερικών συναντήθηκε την Τρίτη στην Αθήνα με τον ομόλογό του.",
                "Η συνθήκη υπογράφηκε στις 24 Ιουλίου 1923 στη Λωζάνη.",
                "Οι συνομιλίες θα συνεχιστούν, δήλωσε εκπρόσωπος της κυβέρνησης.",
            ]),
        Script(
            name: "Cyrillic",
            sentences: [
                "Министр иностранных дел России Сергей Лавров встретился в Мюнхене со своим японским коллегой.",
                "Совместная декларация была подписана в Москве 19 октября 1956 года.",
                "Переговоры о мирном договоре продолжатся в июне, сообщили в министерстве.",
            ]),
        Script(
            name: "Hebrew",
            sentences: [
                "שר החוץ נפגש ביום שלישי בירושלים עם עמיתו היפני.",
                "ההסכם נחתם ב־26 במרס 1979 בוושינגטון.",
                "השיחות יימשכו בשבוע הבא, מסר דובר הממשלה.",
            ]),
        Script(
            name: "Arabic",
            sentences: [
                "التقى وزير الخارجية نظيره الياباني يوم الثلاثاء في القاهرة.",
                "وُقّعت الاتفاقية في ١٧ سبتمبر ١٩٧٨ في كامب ديفيد.",
                "وقال متحدث باسم الحكومة إن المحادثات ستستمر الأسبوع المقبل.",
            ]),
        Script(
            name: "Devanagari",
            sentences: [
                "विदेश मंत्री ने मंगलवार को नई दिल्ली में अपने जापानी समकक्ष से मुलाकात की।",
                "शिमला समझौते पर २ जुलाई १९७२ को हस्ताक्षर किए गए थे।",
                "सरकार के प्रवक्ता ने कहा कि बातचीत अगले सप्ताह जारी रहेगी।",
            ]),
        Script(
            name: "Thai", isSpaced: false,
            sentences: [
                "รัฐมนตรีว่าการกระทรวงการต่างประเทศพบกับรัฐมนตรีญี่ปุ่นที่กรุงเทพมหานครเมื่อวันอังคาร ",
                "สนธิสัญญาฉบับนี้ลงนามเมื่อวันที่ 24 กุมภาพันธ์ พ.ศ. 2519 ",
                "โฆษกรัฐบาลกล่าวว่าการเจรจาจะดำเนินต่อไปในสัปดาห์หน้า ",
            ]),
        Script(
            name: "Han", isSpaced: false,
            sentences: [
                "外交部长星期二在北京会见了日本外务大臣。",
                "《中日和平友好条约》于1978年8月12日在北京签署。",
                "政府发言人说，会谈将于下周继续举行。",
            ]),
        Script(
            name: "Japanese", isSpaced: false,
            sentences: [
                "河野太郎外相は十六日、ミュンヘンでロシアのラブロフ外相と会談した。",
                "日ソ共同宣言は1956年10月19日にモスクワで署名された。",
                "交渉は六月に続けられる、と外務省の報道官は述べた。",
            ]),
        Script(
            name: "Hangul",
            sentences: [
                "외교부 장관은 화요일 서울에서 일본 외무상과 회담했다.",
                "한일기본조약은 1965년 6월 22일 도쿄에서 서명되었다.",
                "정부 대변인은 다음 주에도 협상이 계속될 것이라고 말했다.",
            ]),
    ]
}
