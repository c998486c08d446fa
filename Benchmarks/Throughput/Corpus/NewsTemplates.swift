/// The sentences of the generated news: words in braces are drawn anew each time.
enum NewsTemplates {
    /// With mentions: about three in a hundred words of the whole text start one, as in a speech or a report.
    static let telling = [
        "{person}, the {role} of {country}, said on {weekday} that the {noun} of the {noun} was {adj}.",
        "The {role} {verb}ed the {adj} {noun} in {city} on {date}, according to the {org}.",
        "{surname} told reporters in {city} that the {adj} {noun} would {verb} the {noun} of {country}.",
        "The {treaty}, signed by {country} and {country}, has to be a {noun} of {adj} {noun}.",
        "\"We {verb} the {noun}, and the {noun} is {adv} {adj},\" {surname} said.",
        "In {year} {country} had {number} {noun}, and {country} {number}, the {org} reported.",
        "The {org} and the {org} agreed {adv} to {verb} their {noun} before {date}.",
        "{person} was born in {city} and came to {country} in {year} as a {role}.",
    ]
    /// Without: most of what news says names nothing.
    static let plain = [
        "The {adj} {noun} of the {noun} has to {verb} a {noun} that is {adv} {adj} and {adj}.",
        "But it is the {noun}, and not the {noun}, that they {verb} when the {adj} {noun} is {adj}.",
        "No {noun} can {verb} the {noun} without a {adj} {noun}, as many have said of the {noun} before.",
        "They {adv} {verb} the {noun}; the {noun}, for its part, may {verb} what {adj} {noun} there is.",
        "If the {noun} is to {verb}, all of us must {adv} {verb} the {adj} {noun} and its {noun}.",
        "A {noun} of {number} {noun} was {adj}, and some {noun} could not {verb} it at all.",
        "What we {verb} is a {adj} {noun} in which every {noun} has its {noun} and its {adj} {noun}.",
    ]
    static let dateline = "{city}, {date} ({agency}) - "
    static let agencies = ["AP", "Reuters", "AFP", "TASS", "Kyodo", "Xinhua"]
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
    static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
}
