#include "core/io/frame_groups.h"

#include <algorithm>

namespace neuraxis::io {

namespace {

struct VendorRow {
    const char* word; ///< In capitals, anywhere in (0008,0070)
    Vendor vendor;
};
constexpr VendorRow vendors[] = {{"SIEMENS", Vendor::Siemens},   {"PHILIPS", Vendor::Philips},
                                 {"GE MEDICAL", Vendor::GE},     {"GE HEALTHCARE", Vendor::GE},
                                 {"UIH", Vendor::UnitedImaging}, {"UNITED IMAGING", Vendor::UnitedImaging},
                                 {"TOSHIBA", Vendor::Canon},     {"CANON", Vendor::Canon}};

Vendor vendorOf(const DicomDataset& root) {
    const QByteArray name = root.bytes(0x00080070).toUpper();
    for (const VendorRow& row : vendors)
        if (name.contains(row.word)) return row.vendor;
    return name == "GE" ? Vendor::GE : Vendor::Other;
}

// Private items that hold a frame's own elements, by the block they are in: Philips', and Siemens XA's of a frame
// and of all frames (domain.md 2.3, 2.4).
struct PrivateItem {
    std::uint16_t group;
    const char* creator;
    std::uint8_t sequence;
};
constexpr PrivateItem privateItems[] = {
    {0x2005, "Philips MR Imaging DD 005", 0x0f}, {0x0021, "SIEMENS MR SDI", 0xfe}, {0x0021, "SIEMENS MR SDS", 0xfe}};

} // namespace

DicomHeader::DicomHeader(const DicomDataset& root)
    : root(root), vendor(vendorOf(root)), modality(root.text(0x00080060)) {
    if (vendor != Vendor::Siemens) return;
    if (const DicomTag tag = root.privateTag(0x0029, "SIEMENS CSA HEADER", 0x10)) csa = readCsa(root.find(tag)->value);
}

FrameGroups::FrameGroups(const DicomHeader& header, int frame)
    : header(header), own(header.root.item(0x52009230, frame)), shared(header.root.item(0x52009229)) {}

const DicomDataset& FrameGroups::group(DicomTag sequence) const {
    for (const DicomDataset* place : {own, shared, &header.root})
        if (const DicomDataset* found = place ? place->item(sequence) : nullptr) return *found;
    return header.root;
}

FrameGroups::Private FrameGroups::find(std::uint16_t group, const char* creator, std::uint8_t element) const {
    for (const DicomDataset* place : {own, shared, &header.root}) {
        if (!place) continue;
        if (const DicomTag tag = place->privateTag(group, creator, element)) return {place, tag};
        for (const PrivateItem& item : privateItems)
            if (const DicomTag sequence = place->privateTag(item.group, item.creator, item.sequence))
                if (const DicomDataset* data = place->item(sequence))
                    if (const DicomTag tag = data->privateTag(group, creator, element)) return {data, tag};
    }
    return {};
}

} // namespace neuraxis::io
