#include "core/io/private_keep.h"

#include "core/io/csa_header.h"

#include <algorithm>
#include <array>

namespace neuraxis::io {

namespace {

constexpr const char *philips = "Philips Imaging DD 001", *philipsMr = "Philips MR Imaging DD 001",
                     *philipsMr5 = "Philips MR Imaging DD 005", *siemens = "SIEMENS MR HEADER",
                     *siemensFrame = "SIEMENS MR SDI", *siemensShared = "SIEMENS MR SDS", *ge = "GEMS_PARM_01",
                     *uih = "Image Private Header";

// Everything that this program reads of private elements, and the rest of domain.md's list.
constexpr SafePrivate rows[] = {
    {0x2001, philips, 0x03, "FL"},
    {0x2001, philips, 0x04, "CS"},
    {0x2001, philips, 0x08, "IS"},
    {0x2001, philips, 0x13, "SL"},
    {0x2001, philips, 0x18, "SL"},
    {0x2001, philips, 0x1b, "FL"},
    {0x2001, philips, 0x22, "FL"},
    {0x2001, philips, 0x60, "SL"},
    {0x2001, philips, 0x81, "IS"},
    {0x2005, philipsMr, 0x0d, "FL"},
    {0x2005, philipsMr, 0x0e, "FL"},
    {0x2005, philipsMr, 0x11, "CS"},
    {0x2005, philipsMr, 0xa0, "FL"},
    {0x2005, philipsMr, 0xb0, "FL"},
    {0x2005, philipsMr, 0xb1, "FL"},
    {0x2005, philipsMr, 0xb2, "FL"},
    {0x2005, philipsMr5, 0x0f, "SQ"},
    {0x2005, philipsMr5, 0x12, "IS"},
    {0x2005, philipsMr5, 0x13, "IS"},
    {0x2005, philipsMr5, 0x29, "CS"},
    {0x2005, "Philips MR Imaging DD 006", 0x96, "IS"},
    {0x0019, siemens, 0x0a, "US"},
    {0x0019, siemens, 0x0b, "DS"},
    {0x0019, siemens, 0x0c, "IS"},
    {0x0019, siemens, 0x0d, "CS"},
    {0x0019, siemens, 0x0e, "FD"},
    {0x0019, siemens, 0x18, "IS"},
    {0x0019, siemens, 0x27, "FD"},
    {0x0019, siemens, 0x28, "FD"},
    {0x0019, siemens, 0x29, "FD"},
    {0x0051, siemens, 0x11, "LO"},
    {0x0021, siemensFrame, 0x04, "DS"},
    {0x0021, siemensFrame, 0x06, "LO"},
    {0x0021, siemensFrame, 0x1c, "IS"},
    {0x0021, siemensFrame, 0x42, "DS"},
    {0x0021, siemensFrame, 0x53, "FD"},
    {0x0021, siemensFrame, 0xfe, "SQ"},
    {0x0021, siemensShared, 0x09, "LO"},
    {0x0021, siemensShared, 0xfe, "SQ"},
    {0x0029, "SIEMENS CSA HEADER", csaElement, "OB"},
    {0x0043, ge, 0x2c, "SS"},
    {0x0043, ge, 0x2f, "SS"},
    {0x0043, ge, 0x39, "IS"},
    {0x0043, ge, 0x83, "DS"},
    {0x0019, "GEMS_ACQU_01", 0xbb, "DS"},
    {0x0019, "GEMS_ACQU_01", 0xbc, "DS"},
    {0x0019, "GEMS_ACQU_01", 0xbd, "DS"},
    {0x0065, uih, 0x09, "FD"},
    {0x0065, uih, 0x37, "FD"},
    {0x0065, uih, 0x50, "DS"},
    {0x0065, uih, 0x51, "SQ"},
    {0x0065, uih, 0x58, "DS"},
    {0x7053, "Philips PET Private Group", 0x00, "DS"},
    {0x7053, "Philips PET Private Group", 0x09, "DS"},
};

constexpr std::array csaNames{"NumberOfImagesInMosaic",
                              "SliceNormalVector",
                              "B_value",
                              "DiffusionGradientDirection",
                              "DiffusionDirectionality",
                              "B_matrix",
                              "MosaicRefAcqTimes",
                              "PhaseEncodingDirectionPositive",
                              "BandwidthPerPixelPhaseEncode",
                              "RealDwellTime",
                              "SliceMeasurementDuration"};
constexpr std::array directionalities{"NONE", "DIRECTIONAL", "ISOTROPIC", "BMATRIX"};

bool isNumberOrCode(const QByteArray& value) {
    bool ok = false;
    value.toDouble(&ok);
    return ok || std::any_of(directionalities.begin(), directionalities.end(),
                             [&](const char* word) { return value == word; });
}

} // namespace

const SafePrivate* safePrivate(DicomTag tag, const QByteArray& creator) {
    for (const SafePrivate& row : rows) {
        if (row.group != tag >> 16 || row.element != (tag & 0xff) || !creator.startsWith(row.creator)) continue;
        const QByteArray number = creator.mid(static_cast<qsizetype>(qstrlen(row.creator))).trimmed();
        if (std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; })) return &row;
    }
    return nullptr;
}

QByteArray safeCsa(QByteArrayView csa) {
    std::vector<CsaField> safe;
    for (CsaField& field : readCsa(csa)) {
        if (std::none_of(csaNames.begin(), csaNames.end(), [&](const char* name) { return field.name == name; }))
            continue;
        if (!field.values.isEmpty() && std::all_of(field.values.begin(), field.values.end(), isNumberOrCode))
            safe.push_back(std::move(field));
    }
    return safe.empty() ? QByteArray() : writeCsa(safe);
}

} // namespace neuraxis::io
