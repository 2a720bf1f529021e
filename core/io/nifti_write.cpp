#include "core/io/nifti.h"
#include "core/io/nifti_header.h"
#include "core/io/voxel_cast.h"

#include <QCoreApplication>
#include <QtEndian>
#include <cmath>
#include <cstring>

namespace neuraxis::io {

namespace {

constexpr qsizetype headerBytes = 348, voxelsAt = 352;

struct Datatype {
    StoredType type;
    qint16 code;
};
constexpr Datatype datatypes[] = {
    {StoredType::UInt8, 2},    {StoredType::Int16, 4},    {StoredType::Int32, 8},
    {StoredType::Float32, 16}, {StoredType::Float64, 64}, {StoredType::Rgb24, 128},
    {StoredType::Int8, 256},   {StoredType::UInt16, 512}, {StoredType::UInt32, 768},
};

template <class T> void put(QByteArray& bytes, qsizetype at, T number) { qToLittleEndian(number, bytes.data() + at); }
void putReal(QByteArray& bytes, qsizetype at, double number) { put(bytes, at, static_cast<float>(number)); }

bool isSheared(const Affine& a) {
    const auto cosine = [&](int p, int q) { return std::abs(dot(unit(a.step(p)), unit(a.step(q)))); };
    return std::max({cosine(0, 1), cosine(0, 2), cosine(1, 2)}) > 1e-4;
}

/// Quaternion and handedness of the RAS rotation, after nifti1_io's nifti_mat44_to_quatern.
void putQuaternion(QByteArray& bytes, const Affine::Rows& ras, const std::array<double, 3>& spacing, bool flipped) {
    double r[3][3];
    for (int i = 0; i < 3; ++i)
        for (int j = 0; j < 3; ++j) r[i][j] = ras[i][j] / spacing[j] * (flipped && j == 2 ? -1 : 1);
    double a = r[0][0] + r[1][1] + r[2][2] + 1, b = 0, c = 0, d = 0;
    if (a > 0.5) {
        a = 0.5 * std::sqrt(a);
        b = 0.25 * (r[2][1] - r[1][2]) / a;
        c = 0.25 * (r[0][2] - r[2][0]) / a;
        d = 0.25 * (r[1][0] - r[0][1]) / a;
    } else {
        const double xd = 1 + r[0][0] - (r[1][1] + r[2][2]), yd = 1 + r[1][1] - (r[0][0] + r[2][2]),
                     zd = 1 + r[2][2] - (r[0][0] + r[1][1]);
        if (xd > 1) {
            b = 0.5 * std::sqrt(xd);
            c = 0.25 * (r[0][1] + r[1][0]) / b;
            d = 0.25 * (r[0][2] + r[2][0]) / b;
            a = 0.25 * (r[2][1] - r[1][2]) / b;
        } else if (yd > 1) {
            c = 0.5 * std::sqrt(yd);
            b = 0.25 * (r[0][1] + r[1][0]) / c;
            d = 0.25 * (r[1][2] + r[2][1]) / c;
            a = 0.25 * (r[0][2] - r[2][0]) / c;
        } else {
            d = 0.5 * std::sqrt(zd);
            b = 0.25 * (r[0][2] + r[2][0]) / d;
            c = 0.25 * (r[1][2] + r[2][1]) / d;
            a = 0.25 * (r[1][0] - r[0][1]) / d;
        }
        if (a < 0) {
            b = -b;
            c = -c;
            d = -d;
        }
    }
    putReal(bytes, 256, b);
    putReal(bytes, 260, c);
    putReal(bytes, 264, d);
}

QByteArray niftiHeader(const VolumeHeader& header, StoredType type) {
    QByteArray bytes(voxelsAt, '\0');
    put<qint32>(bytes, 0, headerBytes);
    bytes[38] = 'r';
    put<qint16>(bytes, 40, header.volumes > 1 ? 4 : 3);
    for (int i = 0; i < 7; ++i)
        put<qint16>(bytes, 42 + 2 * i,
                    static_cast<qint16>(i < 3    ? header.size[static_cast<std::size_t>(i)]
                                        : i == 3 ? header.volumes
                                                 : 1));
    for (const NiftiIntent& intent : niftiIntents)
        if (header.component == QLatin1String(intent.component))
            put<qint16>(bytes, 68, static_cast<qint16>(intent.code));
    put<qint16>(bytes, 70, std::find_if(std::begin(datatypes), std::end(datatypes), [&](auto& d) {
                               return d.type == type;
                           })->code);
    put<qint16>(bytes, 72, static_cast<qint16>(8 * bytesPerVoxel(type)));

    const auto spacing = header.voxelToLps.spacingMm();
    const Affine::Rows ras = header.voxelToLps.ras();
    const bool flipped = header.voxelToLps.determinant() < 0; // LPS to RAS is a rotation: the sign is the same
    putReal(bytes, 76, flipped ? -1 : 1);
    for (int i = 0; i < 7; ++i) putReal(bytes, 80 + 4 * i, i < 3 ? spacing[static_cast<std::size_t>(i)] : 1);
    if (header.volumes > 1 && header.fourth.stepMs > 0) putReal(bytes, 92, header.fourth.stepMs / 1000);
    putReal(bytes, 108, voxelsAt);
    putReal(bytes, 112, header.slope);
    putReal(bytes, 116, header.intercept);
    bytes[123] = 2 | 8; // millimetres, seconds
    std::memcpy(bytes.data() + 148, "Neuraxis", 8);
    put<qint16>(bytes, 252, isSheared(header.voxelToLps) ? 0 : 1);
    put<qint16>(bytes, 254, 1);
    putQuaternion(bytes, ras, spacing, flipped);
    for (int r = 0; r < 3; ++r) {
        putReal(bytes, 268 + 4 * r, ras[r][3]);
        for (int c = 0; c < 4; ++c) putReal(bytes, 280 + 16 * r + 4 * c, ras[r][c]);
    }
    std::memcpy(bytes.data() + 344, "n+1", 4);
    return bytes;
}

} // namespace

void writeNifti(const Volume& volume, const QString& path, Job& job) {
    const VolumeHeader& header = volume.header();
    for (const int n : {header.size[0], header.size[1], header.size[2], header.volumes})
        if (n > 32767)
            throw Error(
                QCoreApplication::translate(
                    "io", "%1 cannot be written: NIfTI-1 holds at most 32767 voxels along an axis. Choose .nrrd.")
                    .arg(fileName(path)));
    StoredType type = header.type;
    const auto voxels = asCommonType(volume, type);
    NewFile file(path, path.endsWith(QStringLiteral(".gz"), Qt::CaseInsensitive));
    const QByteArray head = niftiHeader(header, type);
    file.write(head.constData(), static_cast<std::size_t>(head.size()));
    const std::size_t volumeBytes = header.bytes() / static_cast<std::size_t>(header.volumes);
    for (int i = 0; i < header.volumes; ++i) {
        job.throwIfCancelled();
        file.write(voxels.get() + volumeBytes * static_cast<std::size_t>(i), volumeBytes);
    }
    file.finish();
}

} // namespace neuraxis::io
