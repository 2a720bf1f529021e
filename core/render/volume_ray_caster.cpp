#include "core/render/volume_ray_caster.h"

#include "core/render/empty_space.h"
#include "core/render/grid_sampler.h"
#include "core/render/parallel.h"
#include "core/render/rays.h"

#include <cmath>

namespace neuraxis::render {

namespace {

/// What a range of counts looks like; opacity for the distance between two samples.
struct Light {
    float red = 0, green = 0, blue = 0, opacity = 0;
};
/// Opacity of a sample from which on something is a surface.
constexpr float surface = 0.15F;
constexpr int countsPerLight = 4, lights = (VolumeGrid::greatest + 1) / countsPerLight;

double interpolated(const std::vector<VolumePreset::OpacityPoint>& points, double place) {
    if (points.empty() || place <= points.front().place) return points.empty() ? 0 : points.front().opacity;
    for (std::size_t i = 1; i < points.size(); ++i)
        if (place < points[i].place) {
            const double t = (place - points[i - 1].place) / (points[i].place - points[i - 1].place);
            return points[i - 1].opacity + t * (points[i].opacity - points[i - 1].opacity);
        }
    return points.back().opacity;
}

Light coloured(const std::vector<VolumePreset::ColourPoint>& points, double place) {
    std::size_t i = 1;
    while (i + 1 < points.size() && place > points[i].place) ++i;
    const auto t = static_cast<float>(
        std::clamp((place - points[i - 1].place) / (points[i].place - points[i - 1].place), 0.0, 1.0));
    const QColor &a = points[i - 1].colour, &b = points[i].colour;
    return {mix(a.redF(), b.redF(), t), mix(a.greenF(), b.greenF(), t), mix(a.blueF(), b.blueF(), t), 0};
}

/// Two lamps that move with the reader: one over the left shoulder, a weak one from the lower right.
struct Lamps {
    Vec key, fill, half; ///< Directions towards the light, in the patient; half: between key and eye

    explicit Lamps(const VolumeCamera& c)
        : key(vec(unit(-c.forward + c.up * 0.6 + c.right * -0.55))),
          fill(vec(unit(-c.forward + c.up * -0.35 + c.right * 0.9))),
          half(vec(unit(unit(-c.forward + c.up * 0.6 + c.right * -0.55) + -c.forward))) {}

    struct Shade {
        float diffuse, specular;
    };
    [[nodiscard]] Shade on(const Vec& normal) const {
        const float shine = std::max(0.0F, dot(normal, half));
        const float s2 = shine * shine, s4 = s2 * s2, s8 = s4 * s4;
        return {0.3F + 0.72F * std::max(0.0F, dot(normal, key)) + 0.2F * std::max(0.0F, dot(normal, fill)),
                0.14F * s8 * s8};
    }
};

} // namespace

class VolumeRayCaster::Private {
  public:
    VolumeGrid grid;
    EmptySpace emptySpace;
    GridSampler sampler;
    std::array<Vec, 3> toNormal; ///< Rows of the transposed inverse: gradients in the grid to the patient
    VolumeLook look;
    double lookSampleMm = 0;
    std::vector<Light> table;
    float airCount = 0;  ///< What a plane cuts is shown where it holds more than this
    float brightest = 0; ///< Nothing over this looks different

    explicit Private(VolumeGrid made) : grid(std::move(made)), emptySpace(grid) {
        const Affine::Rows inverse = grid.gridToLps.inverse();
        for (std::size_t c = 0; c < 3; ++c) toNormal[c] = vec({inverse[0][c], inverse[1][c], inverse[2][c]});
        sampler = {grid.counts.data(),
                   {grid.size[0], grid.size[1], grid.size[2]},
                   grid.size[0],
                   static_cast<std::ptrdiff_t>(grid.size[0]) * grid.size[1]};
    }

    [[nodiscard]] bool isMip() const { return look.preset->blend == VolumePreset::Blend::MaximumIntensity; }
    void setLook(const VolumeLook& wanted, double sampleMm);
    [[nodiscard]] double placeOf(double count) const {
        const double width = std::max(look.high - look.low, 1e-9 * std::max(1.0, std::abs(look.high)));
        return (grid.low + count * grid.step - look.low) / width;
    }
    /// A gradient in the grid as a unit vector in the patient that points outwards.
    [[nodiscard]] Vec normal(const Vec& gradient) const {
        const Vec n{-dot(toNormal[0], gradient), -dot(toNormal[1], gradient), -dot(toNormal[2], gradient)};
        const float size = std::sqrt(dot(n, n));
        return size > 0 ? n * (1 / size) : n;
    }
    /// Advances t to the first sample that is not in empty space.
    [[nodiscard]] float skip(const Vec& p, const Vec& perMm, float t, float sampleMm, int reach,
                             const int (&brick)[3]) const {
        float leave = 1e9F;
        const float place[3] = {p.x, p.y, p.z}, speed[3] = {perMm.x, perMm.y, perMm.z};
        for (int axis = 0; axis < 3; ++axis) {
            if (std::abs(speed[axis]) < 1e-9F) continue;
            const int edge = (brick[axis] + (speed[axis] > 0 ? reach : 1 - reach)) * EmptySpace::edge;
            leave = std::min(leave, (static_cast<float>(edge) - place[axis]) / speed[axis]);
        }
        return t + sampleMm * std::max(1.0F, std::ceil(leave / sampleMm));
    }
    [[nodiscard]] const Light& lightAt(const GridSampler::Cell& cell) const {
        return table[static_cast<std::size_t>(sampler.value(cell)) / countsPerLight];
    }
    [[nodiscard]] QRgb composite(const Ray& ray, float sampleMm, const Lamps& lamps) const;
    [[nodiscard]] QRgb maximum(const Ray& ray, float sampleMm) const;
};

VolumeRayCaster::VolumeRayCaster(VolumeGrid grid) : d(std::make_unique<Private>(std::move(grid))) {}
VolumeRayCaster::~VolumeRayCaster() = default;
const VolumeGrid& VolumeRayCaster::grid() const { return d->grid; }

void VolumeRayCaster::Private::setLook(const VolumeLook& wanted, double sampleMm) {
    if (wanted == look && sampleMm == lookSampleMm) return;
    look = wanted;
    lookSampleMm = sampleMm;
    table.resize(lights);
    std::vector<int> drawnBelow(lights + 1); // how many lights before this one are drawn
    for (std::size_t i = 0; i < lights; ++i) {
        const double place = placeOf((static_cast<double>(i) + 0.5) * countsPerLight);
        table[i] = coloured(look.preset->colour, place);
        const double perMm = std::clamp(interpolated(look.preset->opacity, place - look.opacityShift), 0.0, 1.0);
        table[i].opacity = static_cast<float>(isMip() ? perMm : 1 - std::pow(1 - perMm, sampleMm));
        drawnBelow[i + 1] = drawnBelow[i] + (table[i].opacity > 0 ? 1 : 0);
    }
    emptySpace.update([&](int least, int greatest) {
        return drawnBelow[static_cast<std::size_t>(greatest / countsPerLight) + 1] >
               drawnBelow[static_cast<std::size_t>(least / countsPerLight)];
    });
    const double width = std::max(look.high - look.low, 1e-9);
    const auto count = [&](double place) { return (look.low + place * width - grid.low) / grid.step; };
    // Bone is dark, but it is no air: the cut shows it where the noise is less.
    airCount = static_cast<float>(std::clamp(grid.airCounts, count(0.025), count(0.1)));
    brightest = static_cast<float>(count(look.preset->opacity.back().place + look.opacityShift));
}

QRgb VolumeRayCaster::Private::composite(const Ray& ray, float sampleMm, const Lamps& lamps) const {
    float red = 0, green = 0, blue = 0, clear = 1;
    // The box of the grid has a rim of air, unless the scan ends there.
    if (ray.entersByPlane || (look.preset->solid && ray.enter > 0)) {
        const float count = sampler.value(sampler.cell(ray.start + ray.perMm * ray.enter));
        const float solid = std::clamp((count - airCount) / (airCount * 0.5F + 1), 0.0F, 1.0F);
        const auto place = static_cast<std::size_t>(std::clamp(placeOf(count), 0.0, 1.0) * 255);
        const QRgb colour = look.cutColours[place];
        red = solid * static_cast<float>(qRed(colour)) / 255;
        green = solid * static_cast<float>(qGreen(colour)) / 255;
        blue = solid * static_cast<float>(qBlue(colour)) / 255;
        clear = 1 - solid;
    }
    constexpr Lamps::Shade faint{0.8F, 0}; // of what is hardly seen the relief is not seen either
    bool outside = true;
    for (float t = ray.enter; t < ray.leave && clear > 0.015F;) {
        const Vec p = ray.start + ray.perMm * t;
        const GridSampler::Cell cell = sampler.cell(p);
        const int brick[3] = {cell.i / EmptySpace::edge, cell.j / EmptySpace::edge, cell.k / EmptySpace::edge};
        if (const int reach = emptySpace.reach(brick[0], brick[1], brick[2])) {
            t = skip(p, ray.perMm, t, sampleMm, reach, brick);
            outside = true;
            continue;
        }
        const Light& light = lightAt(cell);
        if (outside && light.opacity > surface) {
            // Samples of all rays begin where they meet the surface: else it shows rings.
            outside = false;
            float before = std::max(ray.enter, t - sampleMm);
            for (int halving = 0; halving < 4; ++halving) {
                const float middle = (before + t) / 2;
                (lightAt(sampler.cell(ray.start + ray.perMm * middle)).opacity > surface ? t : before) = middle;
            }
            continue;
        }
        outside = light.opacity <= surface;
        t += sampleMm;
        if (light.opacity <= 0) continue;
        const float weight = clear * light.opacity;
        Lamps::Shade shade{1, 0};
        if (look.shading) shade = weight > 0.02F ? lamps.on(normal(sampler.gradient(cell))) : faint;
        red += weight * (light.red * shade.diffuse + shade.specular);
        green += weight * (light.green * shade.diffuse + shade.specular);
        blue += weight * (light.blue * shade.diffuse + shade.specular);
        clear -= weight;
    }
    // What little shines through a surface that was left early is not drawn: divide it out.
    const float alpha = clear <= 0.015F ? 1 : 1 - clear;
    const float whole = alpha / std::max(1 - clear, 1e-6F);
    const auto byte = [&](float part) { return static_cast<int>(std::clamp(part * whole, 0.0F, alpha) * 255 + 0.5F); };
    return alpha > 0 ? qRgba(byte(red), byte(green), byte(blue), static_cast<int>(alpha * 255 + 0.5F)) : 0;
}

QRgb VolumeRayCaster::Private::maximum(const Ray& ray, float sampleMm) const {
    float most = 0;
    // A few samples far apart find something bright; most of the ray is then known to be darker.
    for (float t = ray.enter; t < ray.leave; t += 8 * sampleMm)
        most = std::max(most, sampler.value(sampler.cell(ray.start + ray.perMm * t)));
    for (float t = ray.enter; t < ray.leave && most < brightest;) {
        const Vec p = ray.start + ray.perMm * t;
        const GridSampler::Cell cell = sampler.cell(p);
        const int brick[3] = {cell.i / EmptySpace::edge, cell.j / EmptySpace::edge, cell.k / EmptySpace::edge};
        const bool isLess = static_cast<float>(emptySpace.greatest(brick[0], brick[1], brick[2])) <= most;
        const int reach = std::max(emptySpace.reach(brick[0], brick[1], brick[2]), isLess ? 1 : 0);
        if (reach) {
            t = skip(p, ray.perMm, t, sampleMm, reach, brick);
            continue;
        }
        most = std::max(most, sampler.value(cell));
        t += sampleMm;
    }
    const Light& light = table[static_cast<std::size_t>(most) / countsPerLight];
    const auto byte = [&](float part) { return static_cast<int>(part * light.opacity * 255 + 0.5F); };
    return qRgba(byte(light.red), byte(light.green), byte(light.blue), byte(1));
}

QImage VolumeRayCaster::cast(const VolumeCamera& camera, const QSize& pixels, const VolumeLook& look,
                             const std::vector<HalfSpace>& kept, double sampleMm, const std::atomic_bool* abort) {
    const auto isAborted = [&] { return abort && *abort; };
    if (isAborted()) return {};
    // Steps far below a ray's length would drown in its rounding, and the ray never end.
    sampleMm = std::max(sampleMm, d->grid.radiusMm() / 4000);
    d->setLook(look, sampleMm);
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    auto* first = reinterpret_cast<QRgb*>(image.bits());
    const qsizetype stride = image.bytesPerLine() / 4;
    const Lamps lamps(camera);
    const Rays rays(camera, pixels, d->grid, kept);
    inParallel(pixels.height(), [&](int top, int bottom) {
        for (int y = top; y < bottom; ++y)
            for (int x = 0; x < pixels.width() && !isAborted(); ++x) {
                const Ray ray = rays.at(x, y);
                QRgb& pixel = first[y * stride + x];
                pixel = 0;
                if (ray.enter >= ray.leave) continue;
                pixel = d->isMip() ? d->maximum(ray, static_cast<float>(sampleMm))
                                   : d->composite(ray, static_cast<float>(sampleMm), lamps);
            }
    });
    return isAborted() ? QImage() : image;
}

} // namespace neuraxis::render
