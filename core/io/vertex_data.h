#pragma once

#include "core/io/packed_file.h"
#include "core/model/cortex.h"

namespace neuraxis::io {

// Files of what lies on a surface's vertices: values, regions, sets of vertices. Each reader checks what a header
// promises against the file before it asks for memory, and throws Error.

/// One frame for a map, several for a time series or several subjects. Not a number: no data.
using Frames = std::vector<std::vector<float>>;

/// FreeSurfer's curv file, new or old format.
bool isFreeSurferCurv(QByteArrayView firstBytes, const QString& lowerCaseName);
std::size_t curvVertices(const FileHead& head);
std::vector<float> readFreeSurferCurv(const FileHead& head);

/// An MGH file whose voxels are vertices: a row of them, or split over three sizes under a hemisphere's name.
bool isMghMap(QByteArrayView firstBytes, const QString& lowerCaseName);
std::size_t mghMapVertices(const FileHead& head);
Frames readMghMap(const FileHead& head);

/// What an annotation or a GIFTI label file holds.
struct RegionData {
    std::vector<neuraxis::Label> regions; ///< Label::id is the index in the table
    std::vector<std::int32_t> regionOf;
    std::size_t unknown = 0; ///< Vertices with a value that is not in the table; they are in no region
};
bool isFreeSurferAnnot(QByteArrayView firstBytes, const QString& lowerCaseName);
std::size_t annotVertices(const FileHead& head);
RegionData readFreeSurferAnnot(const FileHead& head);
/// What an annotation has at the vertices of a region of that colour.
quint32 annotValue(QRgb colour);

/// A set of vertices.
struct LabelData {
    std::vector<std::uint32_t> vertices;
    QString subject;
};
bool isFreeSurferLabel(QByteArrayView firstBytes, const QString& lowerCaseName);
LabelData readFreeSurferLabel(const FileHead& head);

} // namespace neuraxis::io
