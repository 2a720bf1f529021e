#include "core/io/csa_header.h"

#include "core/io/byte_order.h"

#include <algorithm>

namespace neuraxis::io {

namespace {

constexpr qsizetype entryBytes = 84, itemBytes = 16;
constexpr qint32 mostEntries = 1024, mostItems = 4096;

QByteArray textAt(QByteArrayView bytes, qsizetype at, qsizetype most) {
    return QByteArray(bytes.data() + at, static_cast<qsizetype>(qstrnlen(bytes.data() + at, static_cast<size_t>(most))))
        .trimmed();
}

} // namespace

std::vector<CsaEntry> readCsa(QByteArrayView bytes) {
    std::vector<CsaEntry> entries;
    qsizetype at = bytes.startsWith(QByteArrayView("SV10", 4)) ? 8 : 0;
    const auto load = [&](qsizetype where) { return loadNumber<qint32>(bytes.data() + where, false); };
    if (bytes.size() < at + 8) return entries;
    const qint32 count = load(at);
    if (count < 1 || count > mostEntries) return entries;
    at += 8;
    for (qint32 i = 0; i < count && at + entryBytes <= bytes.size(); ++i) {
        CsaEntry entry{textAt(bytes, at, 64), textAt(bytes, at + 68, 4), {}};
        const qint32 items = load(at + 76);
        if (items < 0 || items > mostItems) return entries;
        at += entryBytes;
        for (qint32 item = 0; item < items; ++item) {
            if (at + itemBytes > bytes.size()) return entries;
            const qint32 length = load(at + 4);
            at += itemBytes;
            if (length < 0 || length > bytes.size() - at) return entries;
            if (length > 0) entry.values << textAt(bytes, at, length);
            at += std::min<qsizetype>((length + 3) / 4 * 4, bytes.size() - at);
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<double> csaNumbers(const std::vector<CsaEntry>& csa, QByteArrayView name) {
    std::vector<double> numbers;
    const auto entry = std::find_if(csa.begin(), csa.end(), [&](const CsaEntry& e) { return e.name == name; });
    if (entry == csa.end()) return numbers;
    for (const QByteArray& text : entry->values) {
        bool ok = false;
        const double number = text.toDouble(&ok);
        if (ok) numbers.push_back(number);
    }
    return numbers;
}

QByteArray csaText(const std::vector<CsaEntry>& csa, QByteArrayView name) {
    const auto entry = std::find_if(csa.begin(), csa.end(), [&](const CsaEntry& e) { return e.name == name; });
    return entry == csa.end() || entry->values.isEmpty() ? QByteArray() : entry->values.first();
}

} // namespace neuraxis::io
