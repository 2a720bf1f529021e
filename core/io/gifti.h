#pragma once

#include "core/io/freesurfer_surface.h"
#include "core/io/vertex_data.h"

#include <QMap>
#include <optional>

namespace neuraxis::io {

/// One DataArray of a GIFTI file. Its data stay packed until they are asked for.
struct GiftiArray {
    QString intent;            ///< Without "NIFTI_INTENT_": "POINTSET", "SHAPE", "LABEL"
    int type = 16;             ///< NIfTI's code: 2 uint8, 8 int32, 16 float32 ...
    std::vector<qint64> sizes; ///< Dim0 and on
    bool rowMajor = true, bigEndian = false;
    QString encoding; ///< "ASCII", "Base64Binary", "GZipBase64Binary", "ExternalFileBinary"
    QString externalFile;
    qint64 externalOffset = 0;
    QMap<QString, QString> meta;
    QString dataSpace;   ///< "NIFTI_XFORM_SCANNER_ANAT" ...; "" where it is not told
    QByteArrayView text; ///< Within GiftiFile::bytes

    [[nodiscard]] qint64 rows() const { return sizes.empty() ? 0 : sizes[0]; }
    [[nodiscard]] qint64 columns() const; ///< The product of all sizes but the first
};

/// A GIFTI file: surfaces, maps or labels. http://www.nitrc.org/projects/gifti
struct GiftiFile {
    QString path;
    QByteArray bytes;
    QMap<QString, QString> meta;
    std::vector<neuraxis::Label> labels; ///< Label::id is the key
    std::vector<GiftiArray> arrays;

    /// The first array of an intent; null when there is none.
    [[nodiscard]] const GiftiArray* array(const char* intent) const;
    /// What AnatomicalStructurePrimary says, of the file or of an array.
    [[nodiscard]] std::optional<Side> side() const;
    /// What GeometricType and AnatomicalStructureSecondary say of its surface.
    [[nodiscard]] std::optional<SurfaceShape> shape() const;
    /// Whether they call it the surface halfway between white and pial.
    [[nodiscard]] bool isMiddle() const;
    /// Of the vertices that it is about; 0 where only places of a few are told (NODE_INDEX).
    [[nodiscard]] std::size_t vertices() const;
};

/// Where an array's external file must be: beside the GIFTI file, whatever folders its name has. "" without a name.
QString giftiExternalFile(const GiftiFile& file, const GiftiArray& array);
/// Bytes of a number of a NIfTI type; 0 for types that GIFTI has no use for.
std::size_t giftiWidth(int type);
bool isGifti(QByteArrayView firstBytes, const QString& lowerCaseName);
/// Everything but the data. Throws Error: no GIFTI, damaged, or sizes that the file cannot hold.
GiftiFile openGifti(const FileHead& head);
/// Points, triangles and the space they are in. Throws Error.
SurfaceData giftiSurface(const GiftiFile& file);
/// The columns of an array as numbers, each one with a value for each row. Throws Error.
Frames giftiFrames(const GiftiFile& file, const GiftiArray& array);
/// The regions of a LABEL array by the file's table; key 0 with the name "???" and keys that are not in it are none.
RegionData giftiRegions(const GiftiFile& file, const GiftiArray& array);
/// The vertices that the values of a sparse file are of, empty when they are of all. Throws Error.
std::vector<std::uint32_t> giftiNodes(const GiftiFile& file);

/// What to write into one file: a surface, maps, regions, as far as there are any.
struct GiftiContent {
    std::vector<SurfacePoint> pointsLps; ///< Written as scanner RAS
    std::vector<Triangle> triangles;
    std::vector<std::pair<QString, const std::vector<float>*>> maps;
    const std::vector<neuraxis::Label>* regions = nullptr;
    const std::vector<std::int32_t>* regionOf = nullptr;
    Side side = Side::Left;
    QString secondary, geometricType; ///< GIFTI's words for the surface: "GrayWhite", "Pial"; "Anatomical", "Inflated"
    bool inScanner = true;            ///< The points are places in the scanner
};
/// Writes through giftiio; .gii.gz is packed afterwards. Throws WriteError.
void writeGifti(const GiftiContent& content, const QString& path);

} // namespace neuraxis::io
