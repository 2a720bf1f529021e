#include "core/render/slice_sampler.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vtkDataArray.h>
#include <vtkImageData.h>
#include <vtkImageReslice.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkSmartPointer.h>

namespace neuraxis::render {

class SliceSampler::Private {
  public:
    VolumeHeader header;
    Affine::Rows lpsToVoxel;
    vtkNew<vtkImageReslice> reslice;
    vtkNew<vtkMatrix4x4> pixelToVoxel;
};

namespace {

int vtkType(StoredType type) {
    switch (type) {
    case StoredType::Int8: return VTK_SIGNED_CHAR;
    case StoredType::UInt8:
    case StoredType::Rgb24: return VTK_UNSIGNED_CHAR;
    case StoredType::Int16: return VTK_SHORT;
    case StoredType::UInt16: return VTK_UNSIGNED_SHORT;
    case StoredType::Int32: return VTK_INT;
    case StoredType::UInt32: return VTK_UNSIGNED_INT;
    case StoredType::Float32: return VTK_FLOAT;
    case StoredType::Float64: return VTK_DOUBLE;
    }
    Q_UNREACHABLE();
}

/// One volume's voxels as VTK sees them, not copied: in voxels from the first. The volume must outlive it.
vtkSmartPointer<vtkImageData> voxelImage(const Volume& volume, int index) {
    const VolumeHeader& header = volume.header();
    const int components = header.type == StoredType::Rgb24 ? 3 : 1;
    const auto values = vtkSmartPointer<vtkDataArray>::Take(vtkDataArray::CreateDataArray(vtkType(header.type)));
    values->SetNumberOfComponents(components);
    // VTK takes a pointer to mutable voxels; nothing here writes to them. The last 1: VTK does not free them.
    values->SetVoidArray(const_cast<std::byte*>(volume.voxels(index)),
                         static_cast<vtkIdType>(header.voxelsPerVolume()) * components, 1);
    auto image = vtkSmartPointer<vtkImageData>::New();
    image->SetDimensions(header.size.data());
    image->GetPointData()->SetScalars(values);
    return image;
}

int vtkInterpolation(Interpolation interpolation) {
    switch (interpolation) {
    case Interpolation::Nearest: return VTK_RESLICE_NEAREST;
    case Interpolation::Linear: return VTK_RESLICE_LINEAR;
    case Interpolation::Cubic: return VTK_RESLICE_CUBIC;
    }
    Q_UNREACHABLE();
}

} // namespace

SliceSampler::SliceSampler(const Volume& volume, int index, Interpolation interpolation, int threads)
    : d(std::make_unique<Private>()) {
    d->header = volume.header();
    d->lpsToVoxel = d->header.voxelToLps.inverse();
    vtkImageReslice* reslice = d->reslice;
    reslice->SetInputData(voxelImage(volume, index));
    reslice->SetInterpolationMode(vtkInterpolation(interpolation));
    reslice->SetOutputScalarType(VTK_FLOAT);
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    reslice->SetBackgroundColor(nothing, nothing, nothing, nothing);
    reslice->SetOutputSpacing(1, 1, 1);
    reslice->SetOutputOrigin(0, 0, 0);
    reslice->SetNumberOfThreads(threads);
    reslice->SetEnableSMP(false);
    reslice->SetResliceAxes(d->pixelToVoxel);
}

SliceSampler::~SliceSampler() = default;

int SliceSampler::components() const { return d->header.type == StoredType::Rgb24 ? 3 : 1; }

const float* SliceSampler::sample(const PixelGrid& grid, const QRect& part) {
    const WorldVector across = unit(cross(grid.right, grid.down));
    const WorldVector origin = grid.first - WorldPoint{};
    for (int row = 0; row < 3; ++row) {
        const auto& r = d->lpsToVoxel[static_cast<std::size_t>(row)];
        const WorldVector weights{r[0], r[1], r[2]};
        d->pixelToVoxel->SetElement(row, 0, dot(weights, grid.right));
        d->pixelToVoxel->SetElement(row, 1, dot(weights, grid.down));
        d->pixelToVoxel->SetElement(row, 2, dot(weights, across));
        d->pixelToVoxel->SetElement(row, 3, dot(weights, origin) + r[3]);
    }
    d->reslice->SetOutputExtent(part.left(), part.right(), part.top(), part.bottom(), 0, 0);
    d->reslice->Update();
    return static_cast<const float*>(d->reslice->GetOutput()->GetScalarPointer());
}

QRect SliceSampler::shadow(const PixelGrid& grid, const QRect& area) const {
    const auto& size = d->header.size;
    double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
    for (int corner = 0; corner < 8; ++corner) {
        const WorldVector mm = d->header.voxelToLps.toWorld({corner & 1 ? size[0] - 0.5 : -0.5,
                                                             corner & 2 ? size[1] - 0.5 : -0.5,
                                                             corner & 4 ? size[2] - 0.5 : -0.5}) - grid.first;
        const double x = dot(mm, grid.right) / dot(grid.right, grid.right);
        const double y = dot(mm, grid.down) / dot(grid.down, grid.down);
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, y);
        bottom = std::max(bottom, y);
    }
    const auto pixel = [](double place) { return static_cast<int>(std::clamp(std::round(place), -1e8, 1e8)); };
    return area.intersected(QRect(QPoint(pixel(left), pixel(top)), QPoint(pixel(right), pixel(bottom))));
}

} // namespace neuraxis::render
