#include "core/io/freesurfer_write.h"
#include "core/io/gifti.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <algorithm>
#include <memory>
#include <mutex>

// Its header does not say that it is C.
extern "C" {
#include <gifti/gifti_io.h>
}

namespace neuraxis::io {

namespace {

struct Free {
    void operator()(gifti_image* image) const { gifti_free_image(image); }
};

/// An array of the image with its memory; null when there is none.
giiDataArray* addArray(gifti_image* image, int intent, int type, std::size_t rows, std::size_t columns) {
    if (gifti_add_empty_darray(image, 1) != 0) return nullptr;
    giiDataArray* array = image->darray[image->numDA - 1];
    gifti_set_DA_defaults(array);
    array->intent = intent;
    array->datatype = type;
    array->num_dim = columns > 1 ? 2 : 1;
    array->dims[0] = static_cast<int>(rows);
    array->dims[1] = columns > 1 ? static_cast<int>(columns) : 0;
    array->nvals = static_cast<long long>(rows * columns);
    gifti_datatype_sizes(type, &array->nbyper, nullptr);
    array->encoding = GIFTI_ENCODING_B64GZ;
    array->endian = gifti_get_this_endian();
    array->data = std::calloc(rows * columns, static_cast<std::size_t>(array->nbyper));
    return array->data ? array : nullptr;
}

void addMeta(giiMetaData& meta, const char* name, const QString& value) {
    gifti_add_to_meta(&meta, name, value.toUtf8().constData(), 1);
}

bool addSurface(gifti_image* image, const GiftiContent& content) {
    giiDataArray* points = addArray(image, NIFTI_INTENT_POINTSET, NIFTI_TYPE_FLOAT32, content.pointsLps.size(), 3);
    if (!points) return false;
    auto* to = static_cast<float*>(points->data);
    for (const SurfacePoint& p : content.pointsLps) {
        *to++ = -p.x;
        *to++ = -p.y;
        *to++ = p.z;
    }
    if (!content.geometricType.isEmpty()) addMeta(points->meta, "GeometricType", content.geometricType);
    if (!content.secondary.isEmpty()) addMeta(points->meta, "AnatomicalStructureSecondary", content.secondary);
    gifti_add_empty_CS(points);
    if (points->numCS == 1) {
        const char* space = content.inScanner ? "NIFTI_XFORM_SCANNER_ANAT" : "NIFTI_XFORM_UNKNOWN";
        points->coordsys[0]->dataspace = gifti_strdup(space);
        points->coordsys[0]->xformspace = gifti_strdup(space);
        for (int i = 0; i < 4; ++i) points->coordsys[0]->xform[i][i] = 1;
    }
    if (content.triangles.empty()) return true; // an array of none cannot be read
    giiDataArray* triangles = addArray(image, NIFTI_INTENT_TRIANGLE, NIFTI_TYPE_INT32, content.triangles.size(), 3);
    if (!triangles) return false;
    std::memcpy(triangles->data, content.triangles.data(), content.triangles.size() * sizeof(Triangle));
    return true;
}

bool addRegions(gifti_image* image, const GiftiContent& content) {
    giiDataArray* array = addArray(image, NIFTI_INTENT_LABEL, NIFTI_TYPE_INT32, content.regionOf->size(), 1);
    if (!array) return false;
    const std::vector<qint32> keys = regionIndices(*content.regions);
    // What belongs to no region has key 0 where no region has it, else the first that is free
    const bool zeroTaken = std::find(keys.begin(), keys.end(), 0) != keys.end();
    const qint32 none = zeroTaken ? *std::max_element(keys.begin(), keys.end()) + 1 : 0;
    auto* to = static_cast<qint32*>(array->data);
    for (const std::int32_t region : *content.regionOf)
        *to++ = region < 0 ? none : keys[static_cast<std::size_t>(region)];
    giiLabelTable& table = image->labeltable;
    const std::size_t count = content.regions->size() + 1;
    table.length = static_cast<int>(count);
    table.key = static_cast<int*>(std::calloc(count, sizeof(int)));
    table.label = static_cast<char**>(std::calloc(count, sizeof(char*)));
    table.rgba = static_cast<float*>(std::calloc(4 * count, sizeof(float)));
    if (!table.key || !table.label || !table.rgba) return false;
    table.key[0] = none;
    table.label[0] = gifti_strdup("???");
    for (std::size_t i = 1; i < count; ++i) {
        const Label& region = (*content.regions)[i - 1];
        table.key[i] = keys[i - 1];
        table.label[i] = gifti_strdup(region.name.toUtf8().constData());
        const QRgb c = region.colour;
        const int parts[] = {qRed(c), qGreen(c), qBlue(c), qAlpha(c)};
        for (std::size_t p = 0; p < 4; ++p) table.rgba[4 * i + p] = static_cast<float>(parts[p]) / 255;
    }
    return true;
}

bool fill(gifti_image* image, const GiftiContent& content) {
    addMeta(image->meta, "AnatomicalStructurePrimary",
            content.side == Side::Left ? QStringLiteral("CortexLeft") : QStringLiteral("CortexRight"));
    if (!content.pointsLps.empty() && !addSurface(image, content)) return false;
    for (const auto& [name, values] : content.maps) {
        giiDataArray* array = addArray(image, NIFTI_INTENT_SHAPE, NIFTI_TYPE_FLOAT32, values->size(), 1);
        if (!array) return false;
        std::memcpy(array->data, values->data(), values->size() * sizeof(float));
        addMeta(array->meta, "Name", name);
    }
    return !content.regionOf || addRegions(image, content);
}

} // namespace

void writeGifti(const GiftiContent& content, const QString& path) {
    const QTemporaryDir folder;
    const QString raw = folder.filePath(QStringLiteral("file.gii"));
    {
        static std::mutex oneAtATime; // giftiio's state is one for the program
        const std::lock_guard lock(oneAtATime);
        gifti_set_verb(0);
        const std::unique_ptr<gifti_image, Free> image(gifti_create_image(0, 0, 0, 0, nullptr, 0));
        if (!image || !fill(image.get(), content) || gifti_write_image(image.get(), QFile::encodeName(raw), 1) != 0)
            throw WriteError(QCoreApplication::translate("io",
                                                         "%1 cannot be written (%2). Choose another folder or free "
                                                         "some space.")
                                 .arg(fileName(path), QStringLiteral("GIFTI")));
    }
    writeWhole(path, readWhole(raw, false, ~0ULL >> 1), path.endsWith(QStringLiteral(".gz"), Qt::CaseInsensitive));
}

} // namespace neuraxis::io
