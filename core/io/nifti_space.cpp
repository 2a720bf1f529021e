#include "core/io/nifti_space.h"

#include "core/io/raw_voxels.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace neuraxis::io {

namespace {

Affine::Rows quaternionForm(const NiftiFields& f) {
    const NiftiLayout& layout = f.layout();
    const double b = f.real(layout.quaternion), c = f.real(layout.quaternion, 1), d = f.real(layout.quaternion, 2);
    const double a = std::sqrt(std::max(0.0, 1 - b * b - c * c - d * d));
    const double x = f.real(layout.pixdim, 1), y = f.real(layout.pixdim, 2);
    const double z = f.real(layout.pixdim, 3) * (f.real(layout.pixdim, 0) < 0 ? -1 : 1);
    Affine::Rows m{};
    m[0] = {(a * a + b * b - c * c - d * d) * x, 2 * (b * c - a * d) * y, 2 * (b * d + a * c) * z,
            f.real(layout.quaternion, 3)};
    m[1] = {2 * (b * c + a * d) * x, (a * a + c * c - b * b - d * d) * y, 2 * (c * d - a * b) * z,
            f.real(layout.quaternion, 4)};
    m[2] = {2 * (b * d - a * c) * x, 2 * (c * d + a * b) * y, (a * a + d * d - b * b - c * c) * z,
            f.real(layout.quaternion, 5)};
    m[3] = {0, 0, 0, 1};
    return m;
}

/// How far two affines put the grid's corners apart, at most.
double apartMm(const VolumeHeader& header, const Affine& a, const Affine& b) {
    double most = 0;
    for (int corner = 0; corner < 8; ++corner) {
        const VoxelIndex v{corner & 1 ? header.size[0] - 1.0 : 0, corner & 2 ? header.size[1] - 1.0 : 0,
                           corner & 4 ? header.size[2] - 1.0 : 0};
        most = std::max(most, length(a.toWorld(v) - b.toWorld(v)));
    }
    return most;
}

/// How far apart two forms of one geometry may be by the rounding of float32. The quaternion's first part is the root
/// of what the others leave: near a half turn a rounding error in them becomes its square root.
double roundingMm(const VolumeHeader& header, const NiftiFields& f, const Affine& sform) {
    const NiftiLayout& layout = f.layout();
    constexpr double epsilon = 1.2e-7; // float32's
    double rest = 1;
    for (int i = 0; i < 3; ++i) rest -= f.real(layout.quaternion, i) * f.real(layout.quaternion, i);
    const double angle = 4 * std::min(std::sqrt(epsilon), epsilon / std::sqrt(std::max(rest, epsilon)));
    const auto spacing = sform.spacingMm();
    double extent = 0;
    for (std::size_t i = 0; i < 3; ++i) extent = std::max(extent, header.size[i] * spacing[i]);
    return (angle + 1e-5) * extent + 0.02 * std::min({spacing[0], spacing[1], spacing[2]});
}

QString inMm(double number) { return QString::number(number, 'f', number < 10 ? 2 : 1); }

} // namespace

void placeNifti(VolumeHeader& header, const NiftiFields& f) {
    const NiftiLayout& layout = f.layout();
    const double toMm = (f.units() & 7) == 1 ? 1000 : (f.units() & 7) == 3 ? 0.001 : 1;
    const auto inLps = [&](Affine::Rows m) {
        for (int r = 0; r < 3; ++r)
            for (double& number : m[r]) number *= toMm;
        m[3] = {0, 0, 0, 1};
        return Affine::fromRas(m);
    };
    Affine::Rows m{};
    if (f.code(1) > 0)
        for (int r = 0; r < 3; ++r)
            for (int c = 0; c < 4; ++c) m[r][c] = f.real(layout.srow, 4 * r + c);
    const Affine sform = inLps(m), qform = inLps(f.code(0) > 0 ? quaternionForm(f) : Affine::Rows{});
    if (sform.isValid()) {
        header.voxelToLps = sform;
        header.placedBy = QStringLiteral("sform");
        if (!qform.isValid()) return;
        if (const double mm = apartMm(header, sform, qform); mm > roundingMm(header, f, sform))
            header.findings.push_back(
                {Finding::Severity::Warning, QStringLiteral("sform-qform-differ"),
                 QCoreApplication::translate("io", "The file's sform and qform place the voxels up to %1 mm apart; its "
                                                   "sform is used.")
                     .arg(inMm(mm))});
        return;
    }
    header.voxelToLps = qform;
    if (qform.isValid()) {
        header.placedBy = QStringLiteral("qform");
        if (f.code(1) > 0)
            header.findings.push_back(
                {Finding::Severity::Warning, QStringLiteral("bad-sform"),
                 QCoreApplication::translate("io", "The file's sform cannot be used; its qform places the voxels.")});
        return;
    }
    header.placedBy = QStringLiteral("none");
    // As nibabel (Nifti1Header.get_base_affine): x to the left, y to anterior, z to superior, the middle at 0.
    mendAffine(header, {std::abs(f.real(layout.pixdim, 1)) * toMm, -std::abs(f.real(layout.pixdim, 2)) * toMm,
                        std::abs(f.real(layout.pixdim, 3)) * toMm});
    const Affine& a = header.voxelToLps;
    const auto& n = header.size;
    const WorldPoint middle = a.toWorld({(n[0] - 1) / 2.0, (n[1] - 1) / 2.0, (n[2] - 1) / 2.0});
    header.voxelToLps = Affine(a.step(0), a.step(1), a.step(2), {0 - middle.x, 0 - middle.y, 0 - middle.z});
}

} // namespace neuraxis::io
