#include "core/render/rays.h"

#include <cmath>

namespace neuraxis::render {

namespace {

/// Cuts a ray to the places from 0 to `last` along one axis.
void clip(Ray& ray, float start, float speed, float last) {
    if (std::abs(speed) < 1e-9F) {
        if (start < 0 || start > last) ray.leave = -1;
        return;
    }
    const float a = -start / speed, b = (last - start) / speed;
    ray.enter = std::max(ray.enter, std::min(a, b));
    ray.leave = std::min(ray.leave, std::max(a, b));
}

} // namespace

Rays::Rays(const VolumeCamera& camera, const QSize& pixels, const VolumeGrid& grid,
           const std::vector<HalfSpace>& kept) {
    const VoxelIndex at = grid.gridToLps.toVoxel(camera.eye);
    eye = {static_cast<float>(at.i), static_cast<float>(at.j), static_cast<float>(at.k)};
    last = {static_cast<float>(grid.size[0] - 1), static_cast<float>(grid.size[1] - 1),
            static_cast<float>(grid.size[2] - 1)};
    const Affine::Rows m = grid.gridToLps.inverse();
    const auto bundle = [&](const WorldVector& v) {
        const auto along = [&](std::size_t r) {
            return static_cast<float>(m[r][0] * v.x + m[r][1] * v.y + m[r][2] * v.z);
        };
        Direction part{{along(0), along(1), along(2)}, vec(v), {}};
        for (const HalfSpace& half : kept) part.inwards.push_back(static_cast<float>(dot(v, half.inwards)));
        return part;
    };
    const auto [corner, right, down] = camera.rays(pixels);
    first = bundle(corner);
    perColumn = bundle(right);
    perRow = bundle(down);
    for (const HalfSpace& half : kept) inside.push_back(static_cast<float>(dot(camera.eye - half.point, half.inwards)));
}

Ray Rays::at(int x, int y) const {
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

} // namespace neuraxis::render
