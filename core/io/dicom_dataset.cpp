#include "core/io/dicom_dataset.h"

#include "core/io/byte_order.h"
#include "core/io/character_sets.h"

#include <QList>
#include <algorithm>
#include <array>
#include <cmath>

namespace neuraxis::io {

namespace {

struct VrRow {
    DicomTag tag;
    const char* vr;
};
// Binary elements read here, for files that do not tell the VR (implicit, UN). Others are text.
constexpr VrRow binaryTags[] = {
    {0x00280002, "US"}, {0x00280006, "US"}, {0x00280010, "US"}, {0x00280011, "US"}, {0x00280100, "US"},
    {0x00280101, "US"}, {0x00280102, "US"}, {0x00280103, "US"}, {0x00281101, "US"}, {0x00189079, "FD"},
    {0x00189073, "FD"}, {0x00189082, "FD"}, {0x00189098, "FD"}, {0x00181310, "US"}, {0x00189602, "FD"},
    {0x00189603, "FD"}, {0x00189604, "FD"}, {0x00189605, "FD"}, {0x00189606, "FD"}, {0x00189607, "FD"},
    {0x00189087, "FD"}, {0x00189089, "FD"}, {0x00209057, "UL"}, {0x00209128, "UL"}, {0x00209157, "UL"},
    {0x00409224, "FD"}, {0x00409225, "FD"}, {0x00209165, "AT"}, {0x00209213, "LO"},
};

struct PrivateVrRow {
    std::uint16_t group;
    std::uint8_t element;
    const char* vr;
};
// The same for private elements, whichever their block (domain.md 2.3, 2.4).
constexpr PrivateVrRow privateTags[] = {
    {0x2001, 0x03, "FL"}, {0x2001, 0x13, "SL"}, {0x2001, 0x18, "SL"}, {0x2001, 0x1b, "FL"}, {0x2001, 0x22, "FL"},
    {0x2001, 0x60, "SL"}, {0x2005, 0x0d, "FL"}, {0x2005, 0x0e, "FL"}, {0x2005, 0xa0, "FL"}, {0x2005, 0xb0, "FL"},
    {0x2005, 0xb1, "FL"}, {0x2005, 0xb2, "FL"}, {0x0019, 0x0a, "US"}, {0x0019, 0x0e, "FD"}, {0x0019, 0x27, "FD"},
    {0x0019, 0x28, "FD"}, {0x0019, 0x29, "FD"}, {0x0021, 0x53, "FD"}, {0x0043, 0x2c, "SS"}, {0x0043, 0x2f, "SS"},
    {0x0065, 0x09, "FD"}, {0x0065, 0x37, "FD"},
};

/// The element's VR, from the file or from the tables. Blank when neither knows.
void vrOf(const DicomElement& element, char vr[2]) {
    vr[0] = element.vr[0];
    vr[1] = element.vr[1];
    if (vr[0] != ' ' && !(vr[0] == 'U' && vr[1] == 'N')) return;
    vr[0] = vr[1] = ' ';
    const auto group = static_cast<std::uint16_t>(element.tag >> 16);
    for (const VrRow& row : binaryTags)
        if (row.tag == element.tag) std::copy_n(row.vr, 2, vr);
    for (const PrivateVrRow& row : privateTags)
        if (row.group == group && row.element == (element.tag & 0xff)) std::copy_n(row.vr, 2, vr);
}

template <class T> double load(QByteArrayView bytes, int index, bool big) {
    const auto at = static_cast<qsizetype>(sizeof(T)) * index;
    return at + static_cast<qsizetype>(sizeof(T)) <= bytes.size()
               ? static_cast<double>(loadNumber<T>(bytes.data() + at, big))
               : std::nan("");
}

} // namespace

const DicomElement* DicomDataset::find(DicomTag tag) const {
    const auto place = std::lower_bound(elements.begin(), elements.end(), tag,
                                        [](const DicomElement& e, DicomTag t) { return e.tag < t; });
    if (place != elements.end() && place->tag == tag) return &*place;
    if (ascending) return nullptr;
    const auto any =
        std::find_if(elements.begin(), elements.end(), [&](const DicomElement& e) { return e.tag == tag; });
    return any == elements.end() ? nullptr : &*any;
}

QByteArray DicomDataset::bytes(DicomTag tag) const {
    const DicomElement* element = find(tag);
    if (!element) return {};
    QByteArrayView value = element->value;
    while (!value.isEmpty() && (value.back() == ' ' || value.back() == '\0')) value.chop(1);
    return value.toByteArray().trimmed();
}

QByteArray DicomDataset::word(DicomTag tag, int index) const {
    const QByteArray value = bytes(tag);
    if (index == 0 && !value.contains('\\')) return value;
    return value.split('\\').value(index).trimmed();
}

QString DicomDataset::text(DicomTag tag) const { return decodeText(bytes(tag), characterSet).simplified(); }

std::optional<double> DicomDataset::number(DicomTag tag, int index) const {
    const DicomElement* element = find(tag);
    if (!element || element->value.isEmpty()) return {};
    char vr[2];
    vrOf(*element, vr);
    const QByteArrayView name(vr, 2);
    double value = std::nan("");
    if (name == QByteArrayView("US", 2))
        value = load<quint16>(element->value, index, bigEndian);
    else if (name == QByteArrayView("SS", 2))
        value = load<qint16>(element->value, index, bigEndian);
    else if (name == QByteArrayView("UL", 2))
        value = load<quint32>(element->value, index, bigEndian);
    else if (name == QByteArrayView("SL", 2))
        value = load<qint32>(element->value, index, bigEndian);
    else if (name == QByteArrayView("FL", 2))
        value = load<float>(element->value, index, bigEndian);
    else if (name == QByteArrayView("FD", 2))
        value = load<double>(element->value, index, bigEndian);
    else {
        bool ok = false;
        value = word(tag, index).toDouble(&ok);
        if (!ok) return {};
    }
    if (!std::isfinite(value)) return {};
    return value;
}

int DicomDataset::whole(DicomTag tag, int otherwise) const {
    const double value = number(tag).value_or(otherwise);
    return std::abs(value) < 2147483647.0 ? static_cast<int>(value) : otherwise;
}

std::vector<double> DicomDataset::numbers(DicomTag tag) const {
    std::vector<double> all;
    const DicomElement* element = find(tag);
    if (!element) return all;
    char vr[2];
    vrOf(*element, vr);
    constexpr std::array binary{"US", "SS", "UL", "SL", "FL", "FD"};
    if (std::none_of(binary.begin(), binary.end(), [&](const char* b) { return QByteArrayView(vr, 2) == b; })) {
        for (const QByteArray& word : bytes(tag).split('\\')) {
            bool ok = false;
            const double value = word.trimmed().toDouble(&ok);
            if (!ok || !std::isfinite(value)) return {};
            all.push_back(value);
        }
        return all;
    }
    while (const auto value = number(tag, static_cast<int>(all.size()))) all.push_back(*value);
    return all;
}

const DicomDataset* DicomDataset::item(DicomTag sequence, int index) const {
    const DicomElement* element = find(sequence);
    return element && index < static_cast<int>(element->items.size()) ? &element->items[static_cast<std::size_t>(index)]
                                                                      : nullptr;
}

DicomTag DicomDataset::privateTag(std::uint16_t group, const char* creator, std::uint8_t element) const {
    const DicomTag first = DicomTag(group) << 16 | 0x10;
    const auto start = std::lower_bound(elements.begin(), elements.end(), first,
                                        [](const DicomElement& e, DicomTag t) { return e.tag < t; });
    for (auto e = start; e != elements.end() && e->tag <= (first | 0xff); ++e)
        if (e->value.trimmed().startsWith(creator)) {
            const DicomTag tag = DicomTag(group) << 16 | (e->tag & 0xff) << 8 | element;
            if (has(tag)) return tag;
        }
    return 0;
}

} // namespace neuraxis::io
