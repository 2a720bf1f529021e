#include "core/render/volume_ray_caster.h"

#include "core/render/empty_space.h"
#include "core/render/parallel.h"

#include <cmath>

namespace neuraxis::render {

namespace {

struct Vec {
    float x, y, z;
};
Vec vec(const WorldVector& v) { return {static_cast<float>(v.x), static_cast<float>(v.y), static_cast<float>(v.z)}; }
Vec operator+(const Vec& a, const Vec& b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
Vec operator*(const Vec& v, float f) { return {v.x * f, v.y * f, v.z * f}; }
float dot(const Vec& a, const Vec& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
float mix(float a, float b, float t) { return a + (b - a) * t; }

/// What a range of counts looks like; opacity for the distance between two samples.
struct Light {
    float red = 0, green = 0, blue = 0, opacity = 0;
    float fineOpacity = 0; ///< For a part of that distance
};
/// Where a ray meets a surface it goes on in steps of a sample's distance divided by this: no rings are seen.
constexpr int fineSteps = 4;
constexpr float surface = 0.15F; ///< Opacity of a sample from which on something is one
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
    return {mix(a.redF(), b.redF(), t), mix(a.greenF(), b.greenF(), t), mix(a.blueF(), b.blueF(), t), 0, 0};
}

/// Reads counts between voxels.
struct Sampler {
    const std::uint16_t* voxels;
    int n[3];
    std::ptrdiff_t row, slice;

    struct Cell {
        const std::uint16_t* at;
        int i, j, k;
        float x, y, z; ///< Place in the cell, 0 to 1
    };
    [[nodiscard]] Cell cell(const Vec& p) const {
        Cell c;
        c.i = std::clamp(static_cast<int>(p.x), 0, n[0] - 2);
        c.j = std::clamp(static_cast<int>(p.y), 0, n[1] - 2);
        c.k = std::clamp(static_cast<int>(p.z), 0, n[2] - 2);
        c.x = p.x - static_cast<float>(c.i);
        c.y = p.y - static_cast<float>(c.j);
        c.z = p.z - static_cast<float>(c.k);
        c.at = voxels + c.i + c.j * row + c.k * slice;
        return c;
    }
    /// Between four voxels of a face of the cell.
    static float face(const std::uint16_t* v, std::ptrdiff_t a, std::ptrdiff_t b, float s, float t) {
        return mix(mix(v[0], v[a], s), mix(v[b], v[a + b], s), t);
    }
    [[nodiscard]] float value(const Cell& c) const {
        return mix(face(c.at, 1, row, c.x, c.y), face(c.at + slice, 1, row, c.x, c.y), c.z);
    }
    /// Central differences of the interpolated values, per two voxels.
    [[nodiscard]] Vec gradient(const Cell& c) const {
        const auto along = [](const std::uint16_t* at, std::ptrdiff_t step, bool first, bool last, float t,
                              std::ptrdiff_t a, std::ptrdiff_t b, float u, float v) {
            const float f0 = face(at - (first ? 0 : step), a, b, u, v), f1 = face(at, a, b, u, v);
            const float f2 = face(at + step, a, b, u, v), f3 = face(at + (last ? step : 2 * step), a, b, u, v);
            return mix(f2 - f0, f3 - f1, t);
        };
        return {along(c.at, 1, c.i == 0, c.i == n[0] - 2, c.x, row, slice, c.y, c.z),
                along(c.at, row, c.j == 0, c.j == n[1] - 2, c.y, 1, slice, c.x, c.z),
                along(c.at, slice, c.k == 0, c.k == n[2] - 2, c.z, 1, row, c.x, c.y)};
    }
};

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

/// A ray in the grid's coordinates.
struct Ray {
    Vec start, perMm;
    float enter, leave; ///< Millimetres from the eye
    bool entersByPlane; ///< Through a plane that cuts the volume, not through its surface
};

/// All rays of a picture.
class Rays {
  public:
    Rays(const VolumeCamera& camera, const QSize& pixels, const VolumeGrid& grid, const std::vector<HalfSpace>& kept) {
        const VoxelIndex at = grid.gridToLps.toVoxel(camera.eye);
        eye = {static_cast<float>(at.i), static_cast<float>(at.j), static_cast<float>(at.k)};
        last = {static_cast<float>(grid.size[0] - 1), static_cast<float>(grid.size[1] - 1),
                static_cast<float>(grid.size[2] - 1)};
        const Affine::Rows m = grid.gridToLps.inverse();
        const auto bundle = [&](const WorldVector& v) {
            const auto along = [&](std::size_t r) {
                return static_cast<float>(m[r][0] * v.x + m[r][1] * v.y + m[r][2] * v.z);
            };
            Part part{{along(0), along(1), along(2)}, vec(v), {}};
            for (const HalfSpace& half : kept) part.inwards.push_back(static_cast<float>(dot(v, half.inwards)));
            return part;
        };
        const auto [corner, right, down] = camera.rays(pixels);
        first = bundle(corner);
        perColumn = bundle(right);
        perRow = bundle(down);
        for (const HalfSpace& half : kept)
            inside.push_back(static_cast<float>(dot(camera.eye - half.point, half.inwards)));
    }

    [[nodiscard]] Ray at(int x, int y) const {
        const auto fx = static_cast<float>(x), fy = static_cast<float>(y);
        const Vec world = first.world + perColumn.world * fx + perRow.world * fy;
        const float perLength = 1 / std::sqrt(dot(world, world));
        Ray ray{eye, (first.grid + perColumn.grid * fx + perRow.grid * fy) * perLength, 0, 1e9F, false};
        clip(ray, eye.x, ray.perMm.x, last.x);
        clip(ray, eye.y, ray.perMm.y, last.y);
        clip(ray, eye.z, ray.perMm.z, last.z);
        for (std::size_t half = 0; half < inside.size(); ++half) {
            const float speed =
                (first.inwards[half] + perColumn.inwards[half] * fx + perRow.inwards[half] * fy) * perLength;
            const float t = -inside[half] / speed;
            if (speed <= 0)
                ray.leave = speed < 0 ? std::min(ray.leave, t) : inside[half] < 0 ? -1 : ray.leave;
            else if (t > ray.enter) {
                ray.enter = t;
                ray.entersByPlane = true;
            }
        }
        return ray;
    }

  private:
    struct Part {
        Vec grid, world;
        std::vector<float> inwards;
    };
    static void clip(Ray& ray, float start, float speed, float last) {
        if (std::abs(speed) < 1e-9F) {
            if (start < 0 || start > last) ray.leave = -1;
            return;
        }
        const float a = -start / speed, b = (last - start) / speed;
        ray.enter = std::max(ray.enter, std::min(a, b));
        ray.leave = std::min(ray.leave, std::max(a, b));
    }
    Vec eye, last;
    Part first, perColumn, perRow;
    std::vector<float> inside;
};

} // namespace

class VolumeRayCaster::Private {
  public:
    VolumeGrid grid;
    EmptySpace emptySpace;
    Sampler sampler;
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
        table[i].fineOpacity = static_cast<float>(1 - std::pow(1 - perMm, sampleMm / fineSteps));
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
    const float fineMm = sampleMm / fineSteps;
    int fine = 0; // steps that are still to be fine
    for (float t = ray.enter; t < ray.leave && clear > 0.015F;) {
        const Vec p = ray.start + ray.perMm * t;
        const Sampler::Cell cell = sampler.cell(p);
        const int brick[3] = {cell.i / EmptySpace::edge, cell.j / EmptySpace::edge, cell.k / EmptySpace::edge};
        if (const int reach = emptySpace.reach(brick[0], brick[1], brick[2])) {
            t = skip(p, ray.perMm, t, sampleMm, reach, brick);
            fine = 0;
            continue;
        }
        const Light& light = table[static_cast<std::size_t>(sampler.value(cell)) / countsPerLight];
        if (light.opacity > surface && fine == 0) {
            fine = 4 * fineSteps;
            t = std::max(ray.enter, t - sampleMm + fineMm);
            continue;
        }
        t += fine ? fineMm : sampleMm;
        if (fine) --fine;
        if (light.opacity <= 0) continue;
        const float weight = clear * (fine ? light.fineOpacity : light.opacity);
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
        const Sampler::Cell cell = sampler.cell(p);
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
    d->setLook(look, sampleMm);
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    auto* first = reinterpret_cast<QRgb*>(image.bits());
    const qsizetype stride = image.bytesPerLine() / 4;
    const Lamps lamps(camera);
    const Rays rays(camera, pixels, d->grid, kept);
    inParallel(pixels.height(), [&](int top, int bottom) {
        for (int y = top; y < bottom && !isAborted(); ++y)
            for (int x = 0; x < pixels.width(); ++x) {
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
