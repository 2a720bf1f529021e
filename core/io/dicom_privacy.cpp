#include "core/io/dicom_privacy.h"

#include "core/io/basic_profile.h"

#include <QDate>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <tuple>

namespace neuraxis::io {

namespace {

bool isOneOf(QByteArrayView vr, std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(), [&](const char* n) { return vr == QByteArrayView(n, 2); });
}

bool isDecimal(QByteArrayView text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || QByteArrayView("+-.eE \\\0", 8).contains(c); });
}

// Parts of names in CSA headers and Siemens protocols whose values are the person's or point to the examination.
constexpr const char* tellingNames[] = {"patient", "birth",         "physician", "operator",      "institution",
                                        "serial",  "referencedim",  "station",   "tframeofref",   "uid",
                                        "comment", "treferenceima", "address",   "requestingdep", "loid"};

bool looksLikeUid(const QString& text) {
    static const QRegularExpression uid(QStringLiteral("(^|[^0-9.])[12](\\.[0-9]+){5,}"));
    return uid.match(text).hasMatch() && !text.contains(QStringLiteral("1.2.840.10008."));
}

constexpr qsizetype longest = 256; ///< Of what is looked for, and of what a header may call somebody
constexpr qsizetype mostWords = 60;

// Where a file says who was scanned, by whom, when and where.
const std::vector<DicomTag> nameTags = {0x00100010, 0x00101001, 0x00101005, 0x00101060, 0x00080090, 0x00081050},
                            numberTags = {0x00100020, 0x00101000},
                            dayTags = {0x00100030, 0x00080012, 0x00080020, 0x00080021, 0x00080022, 0x00080023},
                            placeTags = {0x00080050, 0x00080080, 0x00081010, 0x00181000};

/// Whether a word may begin or end before text[at]: not between letters, but where case or script change ("JansenT1"),
/// and anywhere in scripts without spaces.
bool isWordsEdge(const QString& text, qsizetype at) {
    if (at == 0 || at == text.size()) return true;
    const QChar before = text[at - 1], after = text[at];
    const auto hasNoSpaces = [](QChar c) {
        return c.script() == QChar::Script_Han || c.script() == QChar::Script_Hangul;
    };
    if (!before.isLetterOrNumber() || !after.isLetterOrNumber() || hasNoSpaces(before) || hasNoSpaces(after))
        return true;
    return before.isLower() && after.isUpper();
}

} // namespace

bool isIdentifying(const DicomElement& element, QByteArrayView vr, bool isKnown) {
    if (isOneOf(vr, {"PN", "DA", "DT", "TM", "AE"})) return true;
    const auto group = element.tag >> 16;
    const bool isPrivate = group & 1;
    constexpr DicomTag seriesDescription = 0x0008103e, protocolName = 0x00181030;
    if (element.tag == seriesDescription || element.tag == protocolName) return false;
    if (!isPrivate && isKnown) return !basicProfileAction(element.tag).isEmpty();
    const DicomTag low = element.tag & 0xffff;
    if (isPrivate && (low == 0 || (low >= 0x10 && low <= 0xff))) return false; // a length or the name of a block
    if (isOneOf(vr, {"US", "SS", "UL", "SL", "UV", "SV", "FL", "FD", "AT", "OF", "OD", "OL", "OV", "SQ"})) return false;
    if (isOneOf(vr, {"DS", "IS"})) return !isDecimal(element.value);
    return !(isKnown && isOneOf(vr, {"CS"})); // a vendor's code
}

bool isIdentifying(QByteArrayView name, QByteArrayView vr, const QString& value) {
    if (isOneOf(vr, {"PN", "DA", "DT", "TM", "UI"})) return true;
    const QByteArray lower = name.toByteArray().toLower();
    return std::any_of(std::begin(tellingNames), std::end(tellingNames),
                       [&](const char* part) { return lower.contains(part); }) ||
           looksLikeUid(value);
}

Person::Person(const DicomDataset& root) {
    for (const DicomTag tag : nameTags) takeName(root.text(tag));
    for (const DicomTag tag : numberTags)
        for (const QString& part : root.text(tag).left(longest).split(u'\\', Qt::SkipEmptyParts))
            take(part.trimmed(), 4);
    // Protocols repeat the day, and comments the place, of the scan.
    for (const DicomTag tag : dayTags) {
        const QString day = root.text(tag);
        take(day, 8);
        if (const QDate date = QDate::fromString(day, QStringLiteral("yyyyMMdd")); date.isValid())
            for (const char* format : {"yyyy-MM-dd", "dd-MM-yyyy", "dd.MM.yyyy", "dd/MM/yyyy"})
                take(date.toString(QLatin1String(format)), 8);
    }
    for (const DicomTag tag : placeTags) take(root.text(tag), 4);
}

Person::Person(const QString& name) { takeName(name); }

void Person::take(const QString& word, int shortest) {
    if (word.size() >= shortest && word.size() <= longest && words.size() < mostWords &&
        !words.contains(word, Qt::CaseInsensitive))
        words << word;
}

void Person::takeName(const QString& name) {
    // Names that are words of every protocol would take these away.
    static const QSet<QString> protocolWords = {
        QStringLiteral("cor"),   QStringLiteral("sag"),   QStringLiteral("tra"),  QStringLiteral("ax"),
        QStringLiteral("t1"),    QStringLiteral("t2"),    QStringLiteral("pd"),   QStringLiteral("dti"),
        QStringLiteral("dwi"),   QStringLiteral("fmri"),  QStringLiteral("mri"),  QStringLiteral("mr"),
        QStringLiteral("head"),  QStringLiteral("brain"), QStringLiteral("neck"), QStringLiteral("spine"),
        QStringLiteral("pilot"), QStringLiteral("test"),  QStringLiteral("scan"), QStringLiteral("rest"),
        QStringLiteral("task"),  QStringLiteral("map"),   QStringLiteral("de"),   QStringLiteral("phantom")};
    static const QRegularExpression between(QStringLiteral("[\\^=\\\\,\\s]+"));
    for (const QString& part : name.left(longest).split(between, Qt::SkipEmptyParts)) {
        const bool isLatin = part.front().script() == QChar::Script_Latin || !part.front().isLetter();
        if (!protocolWords.contains(part.toLower())) take(part, isLatin ? 2 : 1);
    }
}

std::pair<qsizetype, qsizetype> Person::next(const QString& text, qsizetype from) const {
    std::pair<qsizetype, qsizetype> nearest{-1, 0};
    for (const QString& word : words)
        for (qsizetype at = text.indexOf(word, from, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
            const qsizetype end = at + word.size();
            if (!isWordsEdge(text, at) || !isWordsEdge(text, end)) continue;
            if (nearest.first < 0 || at < nearest.first || (at == nearest.first && word.size() > nearest.second))
                nearest = {at, word.size()};
            break;
        }
    return nearest;
}

bool Person::isIn(const QString& text) const { return next(text, 0).first >= 0; }

QString Person::removedFrom(QString text) const {
    for (auto [at, length] = next(text, 0); at >= 0; std::tie(at, length) = next(text, at + 1))
        text.replace(at, length, QStringLiteral("…"));
    return text;
}

void Person::markIn(std::vector<HeaderNode>& nodes) const {
    if (words.isEmpty()) return;
    for (HeaderNode& node : nodes) {
        // A number or a code that happens to be the same is none.
        const bool mayHold = !isOneOf(QByteArrayView(node.vr, 2), {"CS", "DS", "IS", "US", "SS", "UL", "SL", "UV", "SV",
                                                                   "FL", "FD", "AT", "OF", "OD", "OL", "OV", "SQ"});
        if (!node.identifying && mayHold && isIn(node.value)) node.identifying = true;
        markIn(node.children);
    }
}

QString descriptionWithoutPerson(const DicomDataset& root, const QString& description) {
    // Files of a series repeat all of it: only the first of them is looked through.
    thread_local QByteArray known;
    thread_local QString cleaned;
    QByteArray now = description.left(longest).toUtf8();
    for (const auto* tags : {&nameTags, &numberTags, &dayTags, &placeTags})
        for (const DicomTag tag : *tags) now += '\0' + root.bytes(tag);
    if (now != known) {
        cleaned = Person(root).removedFrom(description.left(longest));
        known = now;
    }
    return cleaned;
}

} // namespace neuraxis::io
