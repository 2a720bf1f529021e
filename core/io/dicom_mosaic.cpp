#include "core/io/byte_order.h"
#include "core/io/dicom_groups.h"

#include <QByteArray>
#include <cmath>

namespace neuraxis::io {

namespace {

/// The numbers under one name in Siemens' CSA header, which is a list of names and texts of its own (domain.md 2.4).
std::vector<double> csaNumbers(QByteArrayView csa, QByteArrayView wanted) {
    qsizetype at = csa.startsWith(QByteArrayView("SV10", 4)) ? 8 : 0;
    const auto load = [&](qsizetype where) { return loadNumber<qint32>(csa.data() + where, false); };
    if (csa.size() < at + 8) return {};
    const qint32 count = load(at);
    at += 8;
    for (qint32 i = 0; i < count && count <= 1024 && at + 84 <= csa.size(); ++i) {
        const QByteArrayView name(csa.data() + at, qstrnlen(csa.data() + at, 64));
        const qint32 items = load(at + 76);
        at += 84;
        std::vector<double> numbers;
        for (qint32 item = 0; item < items && at + 16 <= csa.size(); ++item) {
            const qint32 length = load(at + 4);
            at += 16;
            if (length < 0 || length > csa.size() - at) return {};
            bool ok = false;
            const QByteArray text =
                QByteArray(csa.data() + at, qstrnlen(csa.data() + at, static_cast<size_t>(length))).trimmed();
            const double number = text.toDouble(&ok);
            if (ok) numbers.push_back(number);
            at += (length + 3) / 4 * 4;
        }
        if (name == wanted) return numbers;
    }
    return {};
}

} // namespace

void splitMosaic(const DicomDataset& root, std::vector<DicomFrame>& frames) {
    if (frames.size() != 1 || !root.bytes(0x00080008).contains("MOSAIC")) return;
    const DicomTag csaTag = root.privateTag(0x0029, "SIEMENS CSA HEADER", 0x10);
    const DicomElement* csa = csaTag ? root.find(csaTag) : nullptr;
    const DicomTag countTag = root.privateTag(0x0019, "SIEMENS MR HEADER", 0x0a);
    int count = countTag ? root.whole(countTag) : 0;
    if (const auto numbers = csa ? csaNumbers(csa->value, "NumberOfImagesInMosaic") : std::vector<double>();
        count <= 0 && !numbers.empty() && numbers[0] > 0 && numbers[0] < 4096)
        count = static_cast<int>(numbers[0]);
    const DicomFrame whole = frames.front();
    const int across = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(count))));
    if (count < 2 || whole.columns % across != 0 || whole.rows % across != 0 || !whole.placed) return;

    DicomFrame tile = whole;
    tile.columns = whole.columns / across;
    tile.rows = whole.rows / across;
    // The header's position is that of an image as large as the mosaic, about the same centre.
    const WorldPoint first = whole.position + whole.along * (whole.columnMm * (whole.columns - tile.columns) / 2) +
                             whole.down * (whole.rowMm * (whole.rows - tile.rows) / 2);
    WorldVector normal = cross(whole.along, whole.down);
    if (const auto n = csa ? csaNumbers(csa->value, "SliceNormalVector") : std::vector<double>();
        n.size() >= 3 && dot(normal, {n[0], n[1], n[2]}) < 0)
        normal = -normal;
    const double stepMm = whole.betweenMm > 0 ? whole.betweenMm : whole.thicknessMm;
    if (!(stepMm > 0)) return;
    frames.clear();
    for (int i = 0; i < count; ++i) {
        tile.tileX = i % across * tile.columns;
        tile.tileY = i / across * tile.rows;
        tile.position = first + normal * (stepMm * i);
        frames.push_back(tile);
    }
}

} // namespace neuraxis::io
