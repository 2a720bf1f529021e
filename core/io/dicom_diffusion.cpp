#include "core/io/dicom_groups.h"

#include <algorithm>
#include <cmath>

namespace neuraxis::io {

namespace {

/// b and direction as one source tells them.
struct Weighting {
    std::optional<double> b;
    std::optional<WorldVector> direction; ///< Of any length; 0,0,0: weighted in none or in all directions
    bool isotropic = false;
};

std::optional<WorldVector> vectorOf(const std::vector<double>& numbers) {
    if (numbers.size() < 3) return {};
    return WorldVector{numbers[0], numbers[1], numbers[2]};
}

/// The direction g of a matrix b g gT given as xx, xy, xz, yy, yz, zz: any row is a multiple of it.
std::optional<WorldVector> directionOf(const std::vector<double>& m) {
    if (m.size() < 6) return {};
    if (m[0] >= m[3] && m[0] >= m[5]) return unit({m[0], m[1], m[2]});
    if (m[3] >= m[5]) return unit({m[1], m[3], m[4]});
    return unit({m[2], m[4], m[5]});
}

Weighting standard(const FrameGroups& groups) {
    const DicomDataset& diffusion = groups.group(0x00189117);
    Weighting w;
    w.b = diffusion.number(0x00189087);
    const DicomDataset* item = diffusion.item(0x00189076);
    w.direction = vectorOf((item ? *item : diffusion).numbers(0x00189089));
    if (const DicomDataset* matrix = diffusion.item(0x00189601); matrix && !w.direction) {
        std::vector<double> m;
        for (DicomTag tag = 0x00189602; tag <= 0x00189607; ++tag) m.push_back(matrix->number(tag).value_or(0));
        w.direction = directionOf(m);
    }
    w.isotropic = diffusion.bytes(0x00189075) == "ISOTROPIC";
    return w;
}

Weighting siemens(const FrameGroups& groups) {
    constexpr const char* block = "SIEMENS MR HEADER";
    const std::vector<CsaField>& csa = groups.header.csa;
    Weighting w;
    w.b = groups.find(0x0019, block, 0x0c).number();
    w.direction = vectorOf(groups.find(0x0019, block, 0x0e).numbers());
    if (!w.b)
        if (const auto b = csaNumbers(csa, "B_value"); !b.empty()) w.b = b[0];
    if (!w.direction) w.direction = vectorOf(csaNumbers(csa, "DiffusionGradientDirection"));
    if (!w.direction) w.direction = directionOf(groups.find(0x0019, block, 0x27).numbers());
    if (!w.direction) w.direction = directionOf(csaNumbers(csa, "B_matrix"));
    // Syngo 2004 marks b = 0 by a direction of -1.0001 three times.
    if (w.direction && w.direction->x < -1 && w.direction->y < -1 && w.direction->z < -1) w.b = 0;
    QByteArray kind = groups.find(0x0019, block, 0x0d).bytes();
    if (kind.isEmpty()) kind = csaText(csa, "DiffusionDirectionality");
    w.isotropic = kind == "ISOTROPIC";
    if (w.b) return w;
    // The last trace of a stripped header: the sequence's name, "ep_b1000#12".
    const QByteArray name = groups.data().bytes(0x00180024);
    const auto at = name.indexOf("ep_b");
    if (at < 0) return w;
    qsizetype end = at + 4;
    while (end < name.size() && name[end] >= '0' && name[end] <= '9') ++end;
    if (end > at + 4) w.b = name.mid(at + 4, end - at - 4).toDouble();
    return w;
}

Weighting philips(const FrameGroups& groups) {
    Weighting w;
    w.b = groups.find(0x2001, "Philips Imaging DD 001", 0x03).number();
    std::vector<double> g;
    for (const std::uint8_t element : {0xb0, 0xb1, 0xb2}) // right to left, anterior to posterior, foot to head
        if (const auto part = groups.find(0x2005, "Philips MR Imaging DD 001", element).number()) g.push_back(*part);
    w.direction = vectorOf(g);
    // "I" of a b = 0 volume means nothing
    w.isotropic = groups.find(0x2001, "Philips Imaging DD 001", 0x04).bytes() == "I" && w.b.value_or(0) > 0;
    return w;
}

/// A direction in the frame of an image with phase encoding along columns or rows, as GE and older Canon files hold it:
/// frequency, phase, slice.
std::optional<WorldVector> fromImageFrame(const FrameGroups& groups, const DicomFrame& f, const WorldVector& g) {
    const QByteArray phase = groups.data().bytes(0x00181312);
    if (!f.placed || phase.isEmpty()) return {};
    const WorldVector normal = cross(f.along, f.down);
    return phase.startsWith("R") ? f.along * -g.y + f.down * g.x + normal * g.z
                                 : f.along * -g.x + f.down * -g.y + normal * g.z;
}

Weighting ge(const FrameGroups& groups, const DicomFrame& f) {
    Weighting w;
    if (const auto packed = groups.find(0x0043, "GEMS_PARM_01", 0x39).number()) w.b = std::fmod(*packed, 1e9);
    std::vector<double> g;
    for (const std::uint8_t element : {0xbb, 0xbc, 0xbd})
        if (const auto part = groups.find(0x0019, "GEMS_ACQU_01", element).number()) g.push_back(*part);
    const auto inImage = vectorOf(g);
    if (!w.b || !inImage) return w;
    const double size = length(*inImage);
    // A lower shell is written as a shorter vector under the greatest b-value.
    if (size > 0.03 && size < 0.97) w.b = std::max(5.0, std::round(*w.b * size * size / 5) * 5);
    w.direction = size > 0 ? fromImageFrame(groups, f, *inImage) : inImage;
    return w;
}

Weighting unitedImaging(const FrameGroups& groups, const DicomFrame& f) {
    Weighting w;
    w.b = groups.find(0x0065, "Image Private Header", 0x09).number();
    if (const auto g = vectorOf(groups.find(0x0065, "Image Private Header", 0x37).numbers()); g && f.placed)
        w.direction = f.along * g->x + f.down * g->y + cross(f.along, f.down) * g->z;
    return w;
}

/// "b=1000(0.2,0.7,-0.6)" in the comments of classic files.
Weighting canon(const FrameGroups& groups, const DicomFrame& f) {
    Weighting w;
    const QByteArray comment = groups.data().bytes(0x00204000);
    const auto open = comment.indexOf('('), close = comment.indexOf(')', open);
    if (!comment.startsWith("b=") || open < 0 || close < 0) return w;
    bool isNumber = false;
    const double b = comment.mid(2, open - 2).trimmed().toDouble(&isNumber);
    const QList<QByteArray> parts = comment.mid(open + 1, close - open - 1).split(',');
    if (!isNumber || parts.size() != 3) return w;
    w.b = b;
    w.direction =
        fromImageFrame(groups, f, {parts[1].trimmed().toDouble(), parts[0].trimmed().toDouble(), parts[2].toDouble()});
    return w;
}

Weighting ofVendor(const FrameGroups& groups, const DicomFrame& f) {
    switch (groups.header.vendor) {
    case Vendor::Siemens: return siemens(groups);
    case Vendor::Philips: return philips(groups);
    case Vendor::GE: return ge(groups, f);
    case Vendor::UnitedImaging: return unitedImaging(groups, f);
    case Vendor::Canon: return canon(groups, f);
    case Vendor::Other: break;
    }
    return {};
}

} // namespace

void readDiffusion(const FrameGroups& groups, DicomFrame& f) {
    Weighting w = standard(groups);
    // United Imaging's own elements before the standard ones, which its files fill in another frame.
    if (!w.b || !w.direction || groups.header.vendor == Vendor::UnitedImaging) {
        const Weighting vendors = ofVendor(groups, f);
        if (!w.b || (vendors.b && groups.header.vendor == Vendor::UnitedImaging)) w.b = vendors.b;
        if (!w.direction || (vendors.direction && groups.header.vendor == Vendor::UnitedImaging))
            w.direction = vendors.direction;
        w.isotropic |= vendors.isotropic;
    }
    if (!w.b || !(*w.b >= 0)) {
        if (w.b) f.bValue = 0;
        return;
    }
    f.bValue = w.b;
    if (*w.b == 0) return;
    const bool directed = w.direction && length(*w.direction) > 1e-3;
    if (directed && !w.isotropic) {
        f.gradient = unit(*w.direction);
        return;
    }
    const bool original = f.component.isEmpty() || f.component == "magnitude";
    if (original && (w.isotropic || w.direction)) f.component = "TRACE";
    f.gradientMissing = original && !w.isotropic && !w.direction;
}

} // namespace neuraxis::io
