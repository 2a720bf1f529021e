#pragma once

#include "core/render/rays.h"
#include "core/render/volume_presets.h"

#include <QImage>
#include <QSize>
#include <atomic>
#include <memory>

namespace neuraxis::render {

/// How a grid is turned into light.
struct VolumeLook {
    const VolumePreset* preset = nullptr;
    double low = 0, high = 1; ///< Of the window, in the volume's unit
    double opacityShift = 0;  ///< In widths of the window
    bool shading = true;
    std::array<QRgb, 256> cutColours{}; ///< Of the window's values where a plane cuts the volume
    bool operator==(const VolumeLook&) const = default;
};

/// Casts rays through one grid on all cores.
class VolumeRayCaster {
  public:
    explicit VolumeRayCaster(VolumeGrid grid);
    ~VolumeRayCaster();

    /// One ray for every pixel, a sample every `sampleMm`. Null once `abort` was set meanwhile.
    QImage cast(const VolumeCamera& camera, const QSize& pixels, const VolumeLook& look,
                const std::vector<HalfSpace>& kept, double sampleMm, const std::atomic_bool* abort);
    [[nodiscard]] const VolumeGrid& grid() const;

  private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace neuraxis::render
