#include "core/io/dicom_values.h"

#include "core/io/byte_order.h"
#include "core/io/character_sets.h"
#include "core/io/dicom_dictionary.h"

#include <QCoreApplication>
#include <algorithm>
#include <charconv>
#include <cmath>

namespace neuraxis::io {

namespace {

constexpr qsizetype firstBytes = 16;

/// The shortest decimal that gives the number back.
template <class T> QString numberText(T number) {
    if constexpr (std::is_floating_point_v<T>) {
        char text[64];
        const bool plain = number == 0 || (std::abs(number) >= T(1e-5) && std::abs(number) < T(1e16));
        const auto end = std::to_chars(text, text + sizeof text, number,
                                       plain ? std::chars_format::fixed : std::chars_format::scientific);
        return QString::fromLatin1(text, end.ptr - text);
    } else
        return QString::number(number);
}

template <class T> QString numbersText(QByteArrayView bytes, bool big, bool& wasCut) {
    QString text;
    const qsizetype count = bytes.size() / qsizetype(sizeof(T));
    for (qsizetype i = 0; i < count; ++i) {
        if (text.size() > longestValue) {
            wasCut = true;
            break;
        }
        if (i > 0) text += u'\\';
        text += numberText(loadNumber<T>(bytes.data() + i * qsizetype(sizeof(T)), big));
    }
    return text;
}

QString tagsText(QByteArrayView bytes, bool big, bool& wasCut) {
    QStringList tags;
    for (qsizetype at = 0; at + 4 <= bytes.size(); at += 4) {
        if (tags.size() >= longestValue / 12) {
            wasCut = true;
            break;
        }
        tags << QStringLiteral("(%1,%2)")
                    .arg(loadNumber<quint16>(bytes.data() + at, big), 4, 16, QLatin1Char('0'))
                    .arg(loadNumber<quint16>(bytes.data() + at + 2, big), 4, 16, QLatin1Char('0'))
                    .toUpper();
    }
    return tags.join(u'\\');
}

QString bytesText(QByteArrayView bytes) {
    if (bytes.isEmpty()) return {};
    const QString count = QCoreApplication::translate("io", "%1 bytes").arg(bytes.size());
    const QByteArray first = bytes.first(std::min(bytes.size(), firstBytes)).toByteArray().toHex(' ');
    return QStringLiteral("%1: %2%3")
        .arg(count, QString::fromLatin1(first), bytes.size() > firstBytes ? QStringLiteral(" …") : QString());
}

/// Of an unknown kind: text when every byte can be, and most are plain letters.
bool looksLikeText(QByteArrayView bytes) {
    while (!bytes.isEmpty() && (bytes.back() == '\0' || bytes.back() == ' ')) bytes.chop(1);
    qsizetype plain = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7f) return false;
        if (byte < 0x7f) ++plain;
    }
    return plain >= bytes.size() - plain;
}

QString uidText(const QString& uid) {
    const QString name = uidName(uid.toLatin1());
    return name.isEmpty() ? uid : QStringLiteral("%1 (%2)").arg(uid, name);
}

} // namespace

QString oneLine(QString text, bool& wasCut) {
    if (text.size() > longestValue) {
        text.truncate(longestValue);
        wasCut = true;
    }
    for (QChar& c : text)
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    text = text.trimmed();
    return wasCut ? text + u'…' : text;
}

QString textOf(const DicomDataset& dataset, QByteArrayView value) {
    while (!value.isEmpty() && (value.back() == ' ' || value.back() == '\0')) value.chop(1);
    return decodeText(value, dataset.characterSet);
}

QString valueText(const DicomDataset& dataset, const DicomElement& element, QByteArrayView vr, bool& wasCut) {
    const QByteArrayView bytes = element.value;
    const bool big = dataset.bigEndian && element.tag >> 16 != 2; // the file's own group is little endian always
    const auto is = [vr](const char* name) { return vr == QByteArrayView(name, 2); };
    QString text;
    if (is("US"))
        text = numbersText<quint16>(bytes, big, wasCut);
    else if (is("SS"))
        text = numbersText<qint16>(bytes, big, wasCut);
    else if (is("UL") || is("OL"))
        text = numbersText<quint32>(bytes, big, wasCut);
    else if (is("SL"))
        text = numbersText<qint32>(bytes, big, wasCut);
    else if (is("UV") || is("OV"))
        text = numbersText<quint64>(bytes, big, wasCut);
    else if (is("SV"))
        text = numbersText<qint64>(bytes, big, wasCut);
    else if (is("FL") || is("OF"))
        text = numbersText<float>(bytes, big, wasCut);
    else if (is("FD") || is("OD"))
        text = numbersText<double>(bytes, big, wasCut);
    else if (is("AT"))
        text = tagsText(bytes, big, wasCut);
    else if (is("OB") || is("OW") || ((is("UN") || is("  ")) && !looksLikeText(bytes)))
        return bytesText(bytes);
    else {
        // Several times what is shown: no character takes more bytes
        const QByteArrayView start = bytes.first(std::min(bytes.size(), 8 * longestValue));
        wasCut = start.size() < bytes.size();
        text = textOf(dataset, start);
        if (!is("LT") && !is("ST") && !is("UT") && text.contains(u'\\')) {
            QStringList parts = text.split(u'\\');
            for (QString& part : parts) part = part.trimmed();
            text = parts.join(u'\\');
        }
        if (is("UI")) {
            QStringList uids;
            for (const QString& uid : text.split(u'\\')) uids << uidText(uid.trimmed().remove(QChar(0)));
            text = uids.join(u'\\');
        }
    }
    return oneLine(text, wasCut);
}

} // namespace neuraxis::io
