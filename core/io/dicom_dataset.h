#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

namespace neuraxis::io {

/// A DICOM tag as one number: 0x00280010 is (0028,0010).
using DicomTag = std::uint32_t;

class DicomDataset;

/// One data element; its value lies in the bytes that were parsed.
struct DicomElement {
    DicomTag tag = 0;
    char vr[2] = {' ', ' '}; ///< Blank in implicit syntaxes
    QByteArrayView value;
    std::vector<DicomDataset> items; ///< Of a sequence
};

/// The elements of a DICOM file, or of one item of a sequence, by tag.
class DicomDataset {
  public:
    [[nodiscard]] const DicomElement* find(DicomTag tag) const;
    [[nodiscard]] bool has(DicomTag tag) const { return find(tag) != nullptr; }
    /// The value's bytes without padding; empty when absent.
    [[nodiscard]] QByteArray bytes(DicomTag tag) const;
    /// Part `index` of a value with several, split at backslashes.
    [[nodiscard]] QByteArray word(DicomTag tag, int index = 0) const;
    /// Text in the data set's character set (0008,0005).
    [[nodiscard]] QString text(DicomTag tag) const;
    /// Number `index`, from text or binary by VR; nothing when absent, empty or not finite.
    [[nodiscard]] std::optional<double> number(DicomTag tag, int index = 0) const;
    [[nodiscard]] int whole(DicomTag tag, int otherwise = 0) const;
    /// All numbers; empty unless every one is readable.
    [[nodiscard]] std::vector<double> numbers(DicomTag tag) const;
    [[nodiscard]] const DicomDataset* item(DicomTag sequence, int index = 0) const;
    /// The full tag of a private element: its block is the one whose creator has that name. 0 when absent.
    [[nodiscard]] DicomTag privateTag(std::uint16_t group, const char* creator, std::uint8_t element) const;

    std::vector<DicomElement> elements; ///< In file order
    bool ascending = true;              ///< By tag, as the standard asks
    bool bigEndian = false;
    QByteArray characterSet; ///< Inherited by items
};

/// Where a file's pixels are and how they are packed.
struct PixelPlace {
    enum class Packing { Native, BigEndian, Encapsulated };
    Packing packing = Packing::Native;
    DicomTag tag = 0;              ///< 0 when there are none
    bool words = false;            ///< VR OW: big-endian files swap pairs of bytes
    qint64 offset = 0, length = 0; ///< In the unpacked file; of fragments the first item, length up to the end
};

/// What parsing the beginning of a file gave.
struct DicomParse {
    enum class Result { Complete, NeedsMore, Truncated, NotDicom };
    Result result = Result::NotDicom;
    DicomDataset dataset; ///< Group 2 included
    QByteArray transferSyntax;
    PixelPlace pixels;
    bool isExplicit = true; ///< The elements tell their VR
    qint64 deflatedAt = 0;  ///< Start of the deflated part; 0 when none
};

/// Whether these can be the first bytes of a DICOM file, with or without the 128 byte preamble.
bool looksLikeDicom(QByteArrayView firstBytes);

/// What of a header is kept.
enum class DicomKeep {
    Image,     ///< What images are made from
    Everything ///< Private sequences too and, of a damaged file, what there was up to the damage
};

/// Reads elements up to the pixel data. `bytes` is the beginning of a file of `fileSize` bytes and must outlive the
/// result. Not GDCM's parser: Debian builds that with asserts, and a damaged header ends the program.
/// For images, private sequences are passed over, but for Philips' (2005,140F): it holds the scaling, beside a whole second
/// header with other positions, so it is never searched, only asked by name.
DicomParse parseDicom(QByteArrayView bytes, qint64 fileSize, DicomKeep keep = DicomKeep::Image);
/// The same for the data set behind a deflated transfer syntax, whose inflated beginning `bytes` are.
void parseInflated(QByteArrayView bytes, qint64 inflatedSize, DicomParse& parse, DicomKeep keep = DicomKeep::Image);
/// Adds the elements behind the pixel data, `bytes` being all that comes there.
void parseBehindPixels(QByteArrayView bytes, DicomParse& parse);

} // namespace neuraxis::io
