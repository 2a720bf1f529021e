#include "core/io/csa_header.h"

#include "core/io/byte_order.h"

#include <algorithm>

namespace neuraxis::io {

namespace {

constexpr qsizetype tagBytes = 84, itemBytes = 16;
constexpr qint32 mostTags = 1024;

QByteArray textAt(QByteArrayView bytes, qsizetype at, qsizetype length) {
    return QByteArray(bytes.data() + at, static_cast<qsizetype>(qstrnlen(bytes.data() + at, std::size_t(length))))
        .trimmed();
}

} // namespace

std::vector<CsaField> readCsa(QByteArrayView csa) {
    std::vector<CsaField> fields;
    const bool second = csa.startsWith(QByteArrayView("SV10", 4));
    const auto load = [&](qsizetype where) { return loadNumber<qint32>(csa.data() + where, false); };
    qsizetype at = second ? 8 : 0;
    if (csa.size() < at + 8) return fields;
    const qint32 count = load(at), mark = load(at + 4);
    if (count < 1 || count > mostTags || mark != 77) return fields;
    at += 8;
    qint32 firstItems = 0;
    for (qint32 i = 0; i < count && at + tagBytes <= csa.size(); ++i) {
        CsaField field{textAt(csa, at, 64), textAt(csa, at + 68, 4), {}};
        const qint32 multiplicity = load(at + 64), items = load(at + 76);
        if (i == 0) firstItems = items;
        at += tagBytes;
        for (qint32 item = 0; item < items; ++item) {
            if (at + itemBytes > csa.size()) return fields;
            // The first version adds the first tag's number of items to a length.
            const qint64 length = second ? load(at + 4) : qint64(load(at)) - firstItems;
            at += itemBytes;
            if (length < 0 || length > csa.size() - at) {
                if (!second) break;
                return fields;
            }
            if (length > 0 && (multiplicity <= 0 || item < multiplicity)) field.values << textAt(csa, at, length);
            at += (length + 3) / 4 * 4;
        }
        fields.push_back(std::move(field));
    }
    return fields;
}

QByteArray writeCsa(const std::vector<CsaField>& fields) {
    constexpr qint32 mark = 77;
    QByteArray csa("SV10\4\3\2\1");
    const auto put = [&](qsizetype number) {
        char bytes[4];
        qToLittleEndian(static_cast<qint32>(number), bytes);
        csa.append(bytes, sizeof bytes);
    };
    const auto putText = [&](const QByteArray& text, qsizetype length) {
        csa += text.left(length - 1) + QByteArray(length - std::min(text.size(), length - 1), '\0');
    };
    put(static_cast<qsizetype>(fields.size()));
    put(mark);
    for (const CsaField& field : fields) {
        putText(field.name, 64);
        // As scanners do: never less than six items, the empty ones behind. Programs count on it.
        const qsizetype items = std::max<qsizetype>(field.values.size(), 6);
        put(field.values.size());
        putText(field.vr, 4);
        put(0);
        put(items);
        put(mark);
        for (qsizetype i = 0; i < items; ++i) {
            const QByteArray value = field.values.value(i);
            const qsizetype length = value.isEmpty() ? 0 : value.size() + 1; // texts end with a zero
            for (const qsizetype number : {length, length, qsizetype(mark), length}) put(number);
            if (length > 0) putText(value, (length + 3) / 4 * 4);
        }
    }
    return csa;
}

std::vector<double> csaNumbers(const std::vector<CsaField>& csa, QByteArrayView name) {
    std::vector<double> numbers;
    const auto entry = std::find_if(csa.begin(), csa.end(), [&](const CsaField& e) { return e.name == name; });
    if (entry == csa.end()) return numbers;
    for (const QByteArray& text : entry->values) {
        bool ok = false;
        const double number = text.toDouble(&ok);
        if (ok) numbers.push_back(number);
    }
    return numbers;
}

QByteArray csaText(const std::vector<CsaField>& csa, QByteArrayView name) {
    const auto entry = std::find_if(csa.begin(), csa.end(), [&](const CsaField& e) { return e.name == name; });
    return entry == csa.end() || entry->values.isEmpty() ? QByteArray() : entry->values.first();
}

std::vector<ProtocolLine> readProtocol(QByteArrayView text) {
    std::vector<ProtocolLine> lines;
    qsizetype at = text.indexOf(QByteArrayView("### ASCCONV BEGIN"));
    const qsizetype end = at < 0 ? -1 : text.indexOf(QByteArrayView("### ASCCONV END"), at);
    if (end < 0) return lines;
    for (at = text.indexOf('\n', at) + 1; at > 0 && at < end;) {
        qsizetype stop = text.indexOf('\n', at);
        if (stop < 0 || stop > end) stop = end;
        const QByteArrayView line = text.sliced(at, stop - at);
        if (const qsizetype equals = line.indexOf('='); equals > 0)
            lines.push_back(
                {line.first(equals).toByteArray().trimmed(), line.sliced(equals + 1).toByteArray().trimmed()});
        at = stop + 1;
    }
    return lines;
}

} // namespace neuraxis::io
