#include "core/io/byte_order.h"
#include "core/io/raw_voxels.h"
#include "core/io/surface_names.h"
#include "core/io/three_bytes.h"
#include "core/io/vertex_data.h"

namespace neuraxis::io {

namespace {

bool isNew(QByteArrayView bytes) { return bytes.startsWith(QByteArrayView("\xff\xff\xff", 3)); }

/// What FreeSurfer calls such files: the old format has no mark of its own.
bool namedLikeCurv(const QString& name) {
    if (!beginsWithSide(name)) return false;
    static const QStringList names{QStringLiteral("thickness"), QStringLiteral("curv"),
                                   QStringLiteral("sulc"),      QStringLiteral("area"),
                                   QStringLiteral("area.pial"), QStringLiteral("area.mid"),
                                   QStringLiteral("volume"),    QStringLiteral("avg_curv"),
                                   QStringLiteral("curv.pial"), QStringLiteral("jacobian_white")};
    return names.contains(name.sliced(3));
}

} // namespace

bool isFreeSurferCurv(QByteArrayView bytes, const QString& name) {
    if (namedLikeCurv(name)) return true;
    // One value for each vertex; in the old quadrangles a coordinate stands there
    return isNew(bytes) && bytes.size() >= 15 && loadNumber<qint32>(bytes.data() + 11, true) == 1;
}

std::size_t curvVertices(const FileHead& head) {
    const char* bytes = head.bytes.constData();
    if (head.bytes.size() < (isNew(head.bytes) ? 15 : 6)) throwTruncated(head.path);
    if (!isNew(head.bytes)) {
        const int count = threeBytes(bytes);
        if (count < 1 || count > 10'000'000) throwBadHeader(head.path, QStringLiteral("%1").arg(count));
        checkHolds(head, 6 + 2 * static_cast<quint64>(count));
        return static_cast<std::size_t>(count);
    }
    const auto vertices = loadNumber<qint32>(bytes + 3, true), each = loadNumber<qint32>(bytes + 11, true);
    if (vertices < 1 || each != 1) throwBadHeader(head.path, QStringLiteral("%1 x %2").arg(vertices).arg(each));
    checkHolds(head, 15 + 4 * static_cast<quint64>(vertices));
    return static_cast<std::size_t>(vertices);
}

std::vector<float> readFreeSurferCurv(const FileHead& head) {
    std::vector<float> values(curvVertices(head));
    const std::size_t skip = isNew(head.bytes) ? 15 : 6, width = isNew(head.bytes) ? 4 : 2;
    const QByteArray bytes = readWhole(head.path, head.gzipped, skip + width * values.size());
    if (static_cast<std::size_t>(bytes.size()) < skip + width * values.size()) throwTruncated(head.path);
    const char* from = bytes.constData() + skip;
    if (isNew(head.bytes)) {
        qFromBigEndian<quint32>(from, static_cast<qsizetype>(values.size()), values.data());
    } else {
        for (std::size_t v = 0; v < values.size(); ++v)
            values[v] = static_cast<float>(loadNumber<qint16>(from + 2 * v, true)) / 100;
    }
    return values;
}

} // namespace neuraxis::io
