#include "core/io/identity_words.h"

#include "core/io/dicom_values.h"

#include <QDate>
#include <QHash>
#include <QSet>
#include <QStringList>
#include <algorithm>
#include <iterator>

namespace neuraxis::io {

namespace {

// Person, examination, order, place and device, where these are short texts. Descriptions are not here: half of their
// words are those of the protocol.
constexpr DicomTag namedBy[] = {
    0x00080050, 0x00080080, 0x00080081, 0x00081010, 0x00081040, 0x00100020, 0x00100021, 0x00101000, 0x00101001,
    0x00101005, 0x00101040, 0x00101060, 0x00101080, 0x00101081, 0x00101090, 0x00102150, 0x00102152, 0x00102154,
    0x00102180, 0x00102299, 0x00120020, 0x00120021, 0x00120030, 0x00120031, 0x00120040, 0x00120042, 0x00181000,
    0x00181004, 0x00181005, 0x00181007, 0x00181008, 0x00200010, 0x00321020, 0x00321032, 0x00321033, 0x00380010,
    0x00380011, 0x00380060, 0x00380300, 0x00380400, 0x00380500, 0x00400009, 0x00400010, 0x00400011, 0x00400242,
    0x00400253, 0x00401001, 0x00401005, 0x00402016, 0x00402017};

QString withoutAccents(const QString& word) {
    QString plain;
    for (const QChar c : word.normalized(QString::NormalizationForm_KD))
        if (!c.isMark()) plain += c;
    return plain;
}

/// Collects the words of all levels.
struct Collector {
    DicomDictionary& dictionary;
    QSet<QString> words = {};

    void take(const QString& word) {
        const bool isIdeographic = !word.isEmpty() && word[0].unicode() >= 0x2e80;
        if (word.size() < (isIdeographic ? 2 : 3)) return;
        QString joined;
        for (const QChar c : word)
            if (c.isLetterOrNumber()) joined += c;
        for (const QString& form : {word, withoutAccents(word), joined})
            if (form.size() > 1) words.insert(form.toLower());
    }
    void takeDate(const QByteArray& text) {
        const QDate day = QDate::fromString(QString::fromLatin1(text).remove(u'.').left(8), QStringLiteral("yyyyMMdd"));
        if (!day.isValid()) return;
        for (const char* form : {"yyyyMMdd", "ddMMyyyy", "MMddyyyy", "yyMMdd", "ddMMyy"})
            words.insert(day.toString(QLatin1String(form)));
    }
    void walk(const DicomDataset& dataset) {
        static const QRegularExpression between(QStringLiteral("[\\^=\\\\,;\\s]+"));
        for (const DicomElement& e : dataset.elements) {
            for (const DicomDataset& item : e.items) walk(item);
            const bool isTold = e.vr[0] != ' ' && !(e.vr[0] == 'U' && e.vr[1] == 'N');
            const char* vr = isTold || e.tag >> 16 & 1 ? e.vr : dictionary.entry(e.tag).vr;
            const auto is = [&](const char* name) { return vr[0] == name[0] && vr[1] == name[1]; };
            if (is("PN"))
                for (const QString& part : textOf(dataset, e.value).split(between, Qt::SkipEmptyParts)) take(part);
            else if (is("DA") || is("DT"))
                for (const QByteArray& date : e.value.toByteArray().split('\\')) takeDate(date.trimmed());
            else if (is("AE") || std::binary_search(std::begin(namedBy), std::end(namedBy), e.tag))
                for (const QString& part : textOf(dataset, e.value).split(u'\\')) take(part.simplified());
        }
    }
};

/// Compiling costs more than all of a file's matches, and the files of a series have the same words.
QRegularExpression compiled(const QString& pattern) {
    constexpr qsizetype mostKept = 8;
    thread_local QHash<QString, QRegularExpression> kept;
    auto place = kept.find(pattern);
    if (place == kept.end()) {
        if (kept.size() >= mostKept) kept.clear();
        place = kept.insert(pattern, QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption |
                                                                     QRegularExpression::UseUnicodePropertiesOption));
    }
    return *place;
}

bool isNumber(const QString& word) {
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

IdentityWords::IdentityWords(const DicomDataset& root, DicomDictionary& dictionary) {
    Collector all{dictionary};
    all.walk(root);
    QStringList words(all.words.begin(), all.words.end());
    std::sort(words.begin(), words.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
    QStringList within, bounded;
    for (const QString& word : words) {
        const bool isShort = word[0].unicode() < 0x2e80 && word.size() < (isNumber(word) ? 6 : 4);
        (isShort ? bounded : within) << QRegularExpression::escape(word);
    }
    const QString months =
        QStringLiteral("(?:jan(?:uar[iy])?|feb(?:ruar[iy])?|mar(?:ch)?|mrt|maart|apr(?:il)?|may|mei|june?|juni|july?|"
                       "juli|aug(?:ust(?:us)?)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)");
    // Days in any of the ways people write them, and identifiers that are not the standard's own
    const QString patterns =
        QStringLiteral("(?<!\\d)(?:19|20)\\d\\d([-./_ ]?)(?:0[1-9]|1[0-2])\\1(?:[0-2]\\d|3[01])(?!\\d)"
                       "|(?<!\\d)[0-3]?\\d([-./_ ])[0-3]?\\d\\2(?:19|20)\\d\\d(?!\\d)"
                       "|(?<!\\d)[0-3]\\d([-/])[0-3]\\d\\3\\d\\d(?!\\d)"
                       "|(?<!\\d)[0-3]?\\d[-. ]?%1[-. ]?(?:19|20)?\\d\\d(?!\\d)"
                       "|(?<![\\d.])(?!1\\.2\\.840\\.10008\\.)[0-2](?:\\.\\d+){5,}")
            .arg(months);
    const auto lone = [](const QStringList& some) {
        return QStringLiteral("(?<![\\p{L}\\p{N}])(?:%1)(?![\\p{L}\\p{N}])").arg(some.join(u'|'));
    };
    QStringList parts{patterns};
    if (!within.isEmpty()) parts << within.join(u'|');
    if (!bounded.isEmpty()) parts << lone(bounded);
    anywhere = compiled(parts.join(u'|'));
    parts = {patterns};
    if (!words.isEmpty()) parts << lone(within + bounded);
    alone = compiled(parts.join(u'|'));
}

QString IdentityWords::removedFrom(QString text) const {
    // Again, as long as there are some: what stood beside one may stand alone now.
    while (anywhere.match(text).hasMatch()) text.replace(anywhere, QStringLiteral("…"));
    return text;
}

} // namespace neuraxis::io
