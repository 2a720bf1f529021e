#include "core/render/cortex_raster.h"

#include "core/render/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis::render {

namespace {

/// A vertex on the finer grid of samples: x to the right, y downwards, z away from the eye; and its light, 0 to 1.
struct Projected {
    float x, y, z, light;
};

constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max();

/// A side's triangles in a view.
struct Part {
    const HemisphereForm* form;
    std::uint32_t firstTriangle; ///< Number of its first triangle among those of all parts
    std::vector<Projected> points;
};

/// The lamp stands above the eye's left shoulder, as in drawings; what faces away keeps a quarter of the light.
float lightOn(const SurfacePoint& normal, const WorldVector& lamp) {
    const double cosine = normal.x * lamp.x + normal.y * lamp.y + normal.z * lamp.z;
    return static_cast<float>(0.3 + 0.7 * std::max(0.0, cosine));
}

void project(Part& part, const CortexCamera& camera, const QSize& grid, double mmPerStep) {
    const WorldVector lamp = unit(camera.forward * -1 + camera.up * 0.35 + camera.right * -0.25);
    part.points.resize(part.form->points.size());
    inParallel(static_cast<int>(part.points.size()), [&](int first, int last) {
        for (int v = first; v < last; ++v) {
            const auto i = static_cast<std::size_t>(v);
            const SurfacePoint& p = part.form->points[i];
            const WorldVector away{p.x - camera.centre.x, p.y - camera.centre.y, p.z - camera.centre.z};
            part.points[i] = {static_cast<float>(grid.width() / 2.0 + dot(away, camera.right) / mmPerStep),
                              static_cast<float>(grid.height() / 2.0 - dot(away, camera.up) / mmPerStep),
                              static_cast<float>(dot(away, camera.forward)), lightOn(part.form->normals[i], lamp)};
        }
    });
}

/// Twice the area of a triangle on the screen; above 0 when its outer side is seen (y grows downwards).
float doubleArea(const Projected& a, const Projected& b, const Projected& c) {
    return (c.x - a.x) * (b.y - a.y) - (b.x - a.x) * (c.y - a.y);
}

/// How much a triangle's second and third corner weigh at a place of the screen, and how that changes along x and y.
struct Weights {
    Projected a;
    float bx, by, cx, cy;
    Weights(const Projected& a, const Projected& b, const Projected& c) : a(a) {
        const float area = doubleArea(a, b, c);
        bx = (a.y - c.y) / area, by = (c.x - a.x) / area;
        cx = (b.y - a.y) / area, cy = (a.x - b.x) / area;
    }
    [[nodiscard]] std::array<float, 2> at(float x, float y) const {
        return {bx * (x - a.x) + by * (y - a.y), cx * (x - a.x) + cy * (y - a.y)};
    }
};

/// The nearest triangle in each place of some rows of the grid.
class DepthBand {
  public:
    DepthBand(int top, int bottom, int width)
        : top(top), bottom(bottom), width(width), depth(cells(), std::numeric_limits<float>::infinity()),
          triangle(cells(), nothing) {}

    void draw(const Part& part) {
        const auto& triangles = part.form->hemisphere->triangles;
        for (std::size_t t = 0; t < triangles.size(); ++t) {
            const Projected &a = part.points[triangles[t][0]], &b = part.points[triangles[t][1]],
                            &c = part.points[triangles[t][2]];
            const float highest = std::min({a.y, b.y, c.y}), lowest = std::max({a.y, b.y, c.y});
            if (lowest < static_cast<float>(top) + 0.5F || highest > static_cast<float>(bottom) - 0.5F) continue;
            if (!(doubleArea(a, b, c) > 0)) continue;
            draw(a, b, c, part.firstTriangle + static_cast<std::uint32_t>(t));
        }
    }
    [[nodiscard]] std::uint32_t at(int x, int y) const { return triangle[index(x, y)]; }

  private:
    [[nodiscard]] std::size_t cells() const {
        return static_cast<std::size_t>(bottom - top) * static_cast<std::size_t>(width);
    }
    [[nodiscard]] std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y - top) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
    }

    void draw(const Projected& a, const Projected& b, const Projected& c, std::uint32_t number) {
        const auto first = [](float least, int from) {
            return std::max(from, static_cast<int>(std::ceil(std::max(least, -1.0F) - 0.5F)));
        };
        const auto last = [](float greatest, int to) {
            return std::min(to - 1, static_cast<int>(std::floor(std::min(greatest, 1e6F) - 0.5F)));
        };
        const int x0 = first(std::min({a.x, b.x, c.x}), 0), x1 = last(std::max({a.x, b.x, c.x}), width);
        const int y0 = first(std::min({a.y, b.y, c.y}), top), y1 = last(std::max({a.y, b.y, c.y}), bottom);
        if (x0 > x1 || y0 > y1) return;
        const Weights weights(a, b, c);
        auto [rowB, rowC] = weights.at(static_cast<float>(x0) + 0.5F, static_cast<float>(y0) + 0.5F);
        const float db = b.z - a.z, dc = c.z - a.z;
        for (int y = y0; y <= y1; ++y, rowB += weights.by, rowC += weights.cy) {
            float wb = rowB, wc = rowC;
            for (int x = x0; x <= x1; ++x, wb += weights.bx, wc += weights.cx) {
                if (wb < 0 || wc < 0 || wb + wc > 1) continue;
                const float z = a.z + wb * db + wc * dc;
                const std::size_t i = index(x, y);
                if (z >= depth[i]) continue;
                depth[i] = z;
                triangle[i] = number;
            }
        }
    }

    int top, bottom, width;
    std::vector<float> depth;
    std::vector<std::uint32_t> triangle;
};

} // namespace

CortexRaster::CortexRaster(std::shared_ptr<const CortexForm> shown, const CortexEye& from, const CortexCamera& camera,
                           const QSize& size)
    : form(std::move(shown)), eye(from), eyeCamera(camera), pixels(size),
      seen(static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height())) {}

std::shared_ptr<const CortexRaster> CortexRaster::make(std::shared_ptr<const CortexForm> form, const CortexEye& eye,
                                                       const CortexCamera& camera, const QSize& pixels, int samples,
                                                       const std::atomic_bool* abort) {
    std::shared_ptr<CortexRaster> raster(new CortexRaster(std::move(form), eye, camera, pixels));
    return raster->draw(samples, abort) ? raster : nullptr;
}

bool CortexRaster::draw(int samples, const std::atomic_bool* abort) {
    const QSize grid = pixels * samples;
    std::vector<Part> parts;
    std::uint32_t triangles = 0;
    for (const Side side : {Side::Left, Side::Right}) {
        const HemisphereForm* hemisphere = form->side(side);
        if (!hemisphere || (eye.side && *eye.side != side)) continue;
        parts.push_back({hemisphere, triangles, {}});
        project(parts.back(), eyeCamera, grid, eyeCamera.mmPerPixel / samples);
        triangles += static_cast<std::uint32_t>(hemisphere->hemisphere->triangles.size());
    }
    const auto partOf = [&](std::uint32_t triangle) -> const Part& {
        return parts.size() > 1 && triangle >= parts[1].firstTriangle ? parts[1] : parts[0];
    };
    // As many bands as are drawn at once: each has to look at every triangle.
    constexpr int bands = 4;
    std::atomic_bool stopped = false;
    inParallel(std::min(bands, pixels.height()), [&](int firstBand, int lastBand) {
        for (int b = firstBand; b < lastBand; ++b) {
            const int count = std::min(bands, pixels.height());
            const int top = pixels.height() * b / count, bottom = pixels.height() * (b + 1) / count;
            DepthBand band(top * samples, bottom * samples, grid.width());
            for (const Part& part : parts) {
                if (abort && *abort) stopped = true;
                if (!stopped) band.draw(part);
            }
            if (stopped) return;
            for (int y = top; y < bottom; ++y)
                for (int x = 0; x < pixels.width(); ++x) {
                    Sample& sample = seen[static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width()) +
                                          static_cast<std::size_t>(x)];
                    int hits = 0;
                    float light = 0;
                    for (int s = 0; s < samples * samples; ++s) {
                        const int gx = x * samples + s % samples, gy = y * samples + s / samples;
                        const std::uint32_t number = band.at(gx, gy);
                        if (number == nothing) continue;
                        const Part& part = partOf(number);
                        const Triangle& t = part.form->hemisphere->triangles[number - part.firstTriangle];
                        const auto [wb, wc] = Weights(part.points[t[0]], part.points[t[1]], part.points[t[2]])
                                                  .at(static_cast<float>(gx) + 0.5F, static_cast<float>(gy) + 0.5F);
                        light += part.points[t[0]].light * (1 - wb - wc) + part.points[t[1]].light * wb +
                                 part.points[t[2]].light * wc;
                        if (hits++ == 0) {
                            sample.vertices = t;
                            sample.second = wb;
                            sample.third = wc;
                            sample.side = static_cast<std::uint8_t>(part.form->hemisphere->side);
                        }
                    }
                    if (hits == 0) continue;
                    sample.share = static_cast<std::uint8_t>(255 * hits / (samples * samples));
                    sample.light =
                        static_cast<std::uint8_t>(std::clamp(light / static_cast<float>(hits) * 255, 0.0F, 255.0F));
                }
        }
    });
    return !stopped;
}

std::optional<VertexRef> CortexRaster::vertexAt(const QPointF& part) const {
    const int x = static_cast<int>(std::floor(part.x() * pixels.width())),
              y = static_cast<int>(std::floor(part.y() * pixels.height()));
    if (x < 0 || y < 0 || x >= pixels.width() || y >= pixels.height()) return {};
    const Sample& sample = row(y)[x];
    if (sample.share == 0) return {};
    return VertexRef{static_cast<Side>(sample.side), sample.nearest()};
}

std::optional<QPointF> CortexRaster::placeOf(const VertexRef& ref) const {
    const HemisphereForm* part = form->side(ref.side);
    if (!part || (eye.side && *eye.side != ref.side) || ref.vertex >= part->points.size()) return {};
    const SurfacePoint& place = part->points[ref.vertex];
    const QPointF at = eyeCamera.toView(place, QSizeF(pixels));
    const QPointF inView(at.x() / pixels.width(), at.y() / pixels.height());
    const auto seenThere = vertexAt(inView);
    if (!seenThere) return {};
    const HemisphereForm* other = form->side(seenThere->side);
    const SurfacePoint& nearest = other->points[seenThere->vertex];
    const WorldVector between{double(nearest.x) - place.x, double(nearest.y) - place.y, double(nearest.z) - place.z};
    constexpr double behindMm = 3; // more than a triangle's edge
    return -dot(between, eyeCamera.forward) > behindMm ? std::nullopt : std::optional(inView);
}

} // namespace neuraxis::render
