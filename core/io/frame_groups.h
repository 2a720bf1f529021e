#pragma once

#include "core/io/csa_header.h"
#include "core/io/dicom_dataset.h"

namespace neuraxis::io {

/// Who made the scanner, as far as its private elements or habits matter.
enum class Vendor { Other, Siemens, Philips, GE, UnitedImaging, Canon };

/// What is read once for all frames of a file.
struct DicomHeader {
    explicit DicomHeader(const DicomDataset& root);

    const DicomDataset& root;
    Vendor vendor = Vendor::Other;
    QString modality;
    std::vector<CsaField> csa; ///< Siemens' image header; empty elsewhere
};

/// Looks up what holds for one frame: in enhanced objects its own functional group, then the shared one, then the
/// data set itself; in classic objects the data set.
class FrameGroups {
  public:
    FrameGroups(const DicomHeader& header, int frame);
    [[nodiscard]] const DicomDataset& group(DicomTag sequence) const;
    /// The data set or private item of this frame that holds an element of this block, with the element's tag;
    /// null and 0 when none does. Items within items are not searched: vendors keep whole second headers there.
    struct Private {
        const DicomDataset* data = nullptr;
        DicomTag tag = 0;
        explicit operator bool() const { return data; }
        [[nodiscard]] std::optional<double> number(int index = 0) const {
            return data ? data->number(tag, index) : std::nullopt;
        }
        [[nodiscard]] std::vector<double> numbers() const { return data ? data->numbers(tag) : std::vector<double>(); }
        [[nodiscard]] QByteArray bytes() const { return data ? data->bytes(tag) : QByteArray(); }
    };
    [[nodiscard]] Private find(std::uint16_t group, const char* creator, std::uint8_t element) const;
    [[nodiscard]] const DicomDataset& data() const { return header.root; }

    const DicomHeader& header;

  private:
    const DicomDataset* own;
    const DicomDataset* shared;
};

} // namespace neuraxis::io
