#include "core/render/cortex_form.h"

#include "core/render/parallel.h"

#include <algorithm>
#include <cmath>

namespace neuraxis::render {

namespace {

/// The sum of the normals of a vertex's triangles, large ones counting more.
std::vector<SurfacePoint> normalsOf(const std::vector<SurfacePoint>& points, const std::vector<Triangle>& triangles) {
    std::vector<SurfacePoint> normals(points.size());
    for (const Triangle& t : triangles) {
        const SurfacePoint &a = points[t[0]], &b = points[t[1]], &c = points[t[2]];
        const float ux = b.x - a.x, uy = b.y - a.y, uz = b.z - a.z;
        const float vx = c.x - a.x, vy = c.y - a.y, vz = c.z - a.z;
        const float nx = uy * vz - uz * vy, ny = uz * vx - ux * vz, nz = ux * vy - uy * vx;
        for (const std::uint32_t vertex : t) {
            SurfacePoint& n = normals[vertex];
            n = {n.x + nx, n.y + ny, n.z + nz};
        }
    }
    for (SurfacePoint& n : normals) {
        const float length = std::sqrt(n.x * n.x + n.y * n.y + n.z * n.z);
        if (length > 0) n = {n.x / length, n.y / length, n.z / length};
    }
    return normals;
}

void moveAlongX(HemisphereForm& form, float x) {
    for (SurfacePoint& p : form.points) p.x += x;
    for (SurfacePoint& p : form.bounds) p.x += x;
}

} // namespace

CortexForm::CortexForm(const Cortex& cortex, double shape) {
    inParallel(2, [&](int first, int last) {
        for (int i = first; i < last; ++i) {
            const auto& hemisphere = cortex.sides[static_cast<std::size_t>(i)];
            if (!hemisphere) continue;
            HemisphereForm form{hemisphere, shapedPoints(*hemisphere, shape), {}, {}};
            if (form.points.empty() || hemisphere->triangles.empty()) continue;
            form.normals = normalsOf(form.points, hemisphere->triangles);
            form.bounds = boundsOf(form.points);
            sides[static_cast<std::size_t>(i)] = std::move(form);
        }
    });
    // Blown up, both sides fill the place between them: they move apart as far as they are that.
    const double blownUp = std::clamp(shape - 1, 0.0, 1.0);
    HemisphereForm &left = sides[0], &right = sides[1];
    if (!left.hemisphere || !right.hemisphere || blownUp <= 0) return;
    constexpr float gapMm = 6;
    const float overlap = right.bounds[1].x - left.bounds[0].x + gapMm;
    if (overlap <= 0) return;
    moveAlongX(left, static_cast<float>(blownUp) * overlap / 2);
    moveAlongX(right, -static_cast<float>(blownUp) * overlap / 2);
}

const HemisphereForm* CortexForm::side(Side side) const {
    const HemisphereForm& form = sides[static_cast<std::size_t>(side)];
    return form.hemisphere ? &form : nullptr;
}

} // namespace neuraxis::render
