#include "core/io/dicom_privacy.h"

#include "core/io/basic_profile.h"

#include <QRegularExpression>
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
    const auto take = [this](const QString& word, int shortest) {
        if (word.size() >= shortest && !words.contains(word, Qt::CaseInsensitive)) words << word;
    };
    static const QRegularExpression between(QStringLiteral("[\\^=\\\\,\\s]+"));
    for (const DicomTag tag : {0x00100010U, 0x00101001U, 0x00101005U, 0x00101060U})
        for (const QString& part : root.text(tag).split(between, Qt::SkipEmptyParts)) take(part, 3);
    for (const DicomTag tag : {0x00100020U, 0x00101000U})
        for (const QString& part : root.text(tag).split(u'\\', Qt::SkipEmptyParts)) take(part.trimmed(), 4);
    // Protocols repeat the day, and comments the place, of the scan.
    for (const DicomTag tag : {0x00100030U, 0x00080012U, 0x00080020U, 0x00080021U, 0x00080022U, 0x00080023U})
        take(root.text(tag), 8);
    for (const DicomTag tag : {0x00080050U, 0x00080080U, 0x00081010U, 0x00181000U}) take(root.text(tag), 4);
}

std::pair<qsizetype, qsizetype> Person::next(const QString& text, qsizetype from) const {
    std::pair<qsizetype, qsizetype> nearest{-1, 0};
    for (const QString& word : words)
        for (qsizetype at = text.indexOf(word, from, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
            const qsizetype end = at + word.size();
            if ((at > 0 && text[at - 1].isLetterOrNumber()) || (end < text.size() && text[end].isLetterOrNumber()))
                continue;
            if (nearest.first < 0 || at < nearest.first) nearest = {at, word.size()};
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

} // namespace neuraxis::io
