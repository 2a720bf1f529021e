#include "core/io/character_sets.h"

#include <QStringDecoder>
#include <algorithm>
#include <vector>

namespace neuraxis::io {

namespace {

/// How bytes of one set become those of a codec that knows its characters.
enum class Turn {
    AsTheyAre,
    HighBit,   ///< Two bytes of 7 bits each; the codec has them with the highest bit set
    Supplement ///< The same, which EUC-JP marks with a byte before each pair
};

/// A set of characters that is put into the lower (G0) or upper (G1) half of the bytes.
struct Set {
    int registration;   ///< In ISO's register, by which DICOM's terms number them
    const char* escape; ///< What brings it in, behind the byte ESC
    bool upper;         ///< Into G1
    int bytesEach;
    const char* codec; ///< As Qt with ICU knows it
    Turn turn;
};
// PS3.3 tables C.12-2 to C.12-4. The lower half of a single-byte term is ASCII, or JIS X 0201 of ISO_IR 13.
constexpr Set sets[] = {
    {6, "(B", false, 1, "ISO-8859-1", Turn::AsTheyAre},  {14, "(J", false, 1, "Shift_JIS", Turn::AsTheyAre},
    {100, "-A", true, 1, "ISO-8859-1", Turn::AsTheyAre}, {101, "-B", true, 1, "ISO-8859-2", Turn::AsTheyAre},
    {109, "-C", true, 1, "ISO-8859-3", Turn::AsTheyAre}, {110, "-D", true, 1, "ISO-8859-4", Turn::AsTheyAre},
    {144, "-L", true, 1, "ISO-8859-5", Turn::AsTheyAre}, {127, "-G", true, 1, "ISO-8859-6", Turn::AsTheyAre},
    {126, "-F", true, 1, "ISO-8859-7", Turn::AsTheyAre}, {138, "-H", true, 1, "ISO-8859-8", Turn::AsTheyAre},
    {148, "-M", true, 1, "ISO-8859-9", Turn::AsTheyAre}, {203, "-b", true, 1, "ISO-8859-15", Turn::AsTheyAre},
    {166, "-T", true, 1, "TIS-620", Turn::AsTheyAre},    {13, ")I", true, 1, "Shift_JIS", Turn::AsTheyAre},
    {87, "$B", false, 2, "EUC-JP", Turn::HighBit},       {42, "$@", false, 2, "EUC-JP", Turn::HighBit},
    {159, "$(D", false, 2, "EUC-JP", Turn::Supplement},  {149, "$)C", true, 2, "EUC-KR", Turn::AsTheyAre},
    {58, "$)A", true, 2, "GB18030", Turn::AsTheyAre},
};

/// Encodings that stand alone, without escapes.
struct Encoding {
    const char* term;
    const char* codec;
};
constexpr Encoding encodings[] = {
    {"ISO_IR 192", "UTF-8"},
    {"GB18030", "GB18030"},
    {"GBK", "GBK"},
};

const Set* byRegistration(int number) {
    const auto* row =
        std::find_if(std::begin(sets), std::end(sets), [&](const Set& s) { return s.registration == number; });
    return row == std::end(sets) ? nullptr : row;
}

/// "ISO_IR 100" and "ISO 2022 IR 100", also as careless writers spell them.
const Set* byTerm(QByteArrayView term) {
    const QByteArray word = term.toByteArray().trimmed().toUpper();
    if (!word.startsWith("ISO")) return nullptr;
    qsizetype digits = word.size();
    while (digits > 0 && word[digits - 1] >= '0' && word[digits - 1] <= '9') --digits;
    return byRegistration(word.sliced(digits).toInt());
}

QString withCodec(const char* codec, QByteArrayView bytes) {
    QStringDecoder decoder(codec, QStringDecoder::Flag::Stateless);
    return decoder.isValid() ? QString(decoder(bytes)) : QString::fromLatin1(bytes);
}

QString guessed(QByteArrayView text) {
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = utf8(text);
    return utf8.hasError() ? QString::fromLatin1(text) : decoded;
}

/// Bytes that all belong to one set.
QString decoded(const Set& set, QByteArrayView bytes) {
    QByteArray turned;
    switch (set.turn) {
    case Turn::AsTheyAre: return withCodec(set.codec, bytes);
    case Turn::HighBit:
        for (const char c : bytes) turned += static_cast<char>(c | 0x80);
        break;
    case Turn::Supplement:
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            if (i % 2 == 0) turned += '\x8f';
            turned += static_cast<char>(bytes[i] | 0x80);
        }
    }
    return withCodec(set.codec, turned);
}

/// What (0008,0005) begins with, and what escapes then bring in.
class Iso2022 {
  public:
    explicit Iso2022(const Set* first) {
        if (first && first->registration == 13) lowest = byRegistration(14);
        if (first && first->upper) highest = first;
        reset();
    }

    QString decode(QByteArrayView text) {
        QString out;
        for (qsizetype at = 0; at < text.size();) {
            const auto c = static_cast<quint8>(text[at]);
            if (c == 0x1b) {
                at += 1 + escape(text.sliced(at + 1));
                continue;
            }
            if (isReset(c)) reset();
            const bool upper = c & 0x80;
            // Some writers say only once, at the first component, what is in the upper half.
            const Set* set = !upper ? g0 : g1 ? g1 : lastUpper;
            qsizetype end = at + 1;
            while (end < text.size() && !((text[end] ^ text[at]) & 0x80) && text[end] != 0x1b &&
                   (upper || !isReset(static_cast<quint8>(text[end]))))
                ++end;
            const QByteArrayView run = text.sliced(at, end - at);
            if (!set)
                out += upper ? guessed(run) : QString::fromLatin1(run);
            else if (c < 0x20 || c == 0x7f)
                out += QString::fromLatin1(run);
            else
                out += decoded(*set, run);
            at = end;
        }
        return out;
    }

  private:
    /// Line and page ends, and what parts values and names: the sets of the beginning hold again (PS3.5 6.1.2.5.3).
    /// Two bytes of the lower half may look like the latter.
    bool isReset(quint8 c) const { return c < 0x20 || (g0->bytesEach == 1 && (c == '\\' || c == '^' || c == '=')); }
    void reset() {
        g0 = lowest;
        g1 = highest;
    }
    /// Follows an escape sequence and returns its length.
    qsizetype escape(QByteArrayView rest) {
        for (const Set& set : sets)
            if (rest.startsWith(QByteArrayView(set.escape))) {
                (set.upper ? g1 : g0) = &set;
                if (set.upper) lastUpper = &set;
                return QByteArrayView(set.escape).size();
            }
        // One that is not known: intermediate bytes and a final one (ISO/IEC 2022)
        qsizetype length = 0;
        while (length < rest.size() && rest[length] >= 0x20 && rest[length] <= 0x2f) ++length;
        return std::min(length + 1, rest.size());
    }

    const Set *lowest = byRegistration(6), *highest = nullptr, *g0 = nullptr, *g1 = nullptr, *lastUpper = nullptr;
};

} // namespace

QString decodeText(QByteArrayView text, QByteArrayView specificCharacterSet) {
    const bool isPlain = std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0 && c != 0x1b; });
    if (isPlain) return QString::fromLatin1(text);
    const QByteArrayView first = specificCharacterSet.first(std::max<qsizetype>(
        0, std::find(specificCharacterSet.begin(), specificCharacterSet.end(), '\\') - specificCharacterSet.begin()));
    for (const Encoding& encoding : encodings)
        if (first.trimmed() == QByteArrayView(encoding.term)) return withCodec(encoding.codec, text);
    const Set* set = byTerm(first);
    // JIS X 0201 is often announced for what is Shift_JIS, of which it is the part of single bytes.
    if (set && set->registration == 13 && !text.contains('\x1b')) return withCodec(set->codec, text);
    return Iso2022(set).decode(text);
}

} // namespace neuraxis::io
