#include "core/render/volume_presets.h"

#include <QCoreApplication>
#include <algorithm>

namespace neuraxis::render {

namespace {

using Blend = VolumePreset::Blend;

struct Row {
    const char* name;
    const char* title;
    VolumePreset preset;
};

const Row table[] = {
    {"t1-head",
     QT_TRANSLATE_NOOP("VolumePreset", "Head"),
     {{},
      {},
      Blend::Composite,
      {{0, 0}, {0.1, 0}, {0.18, 0.45}, {0.28, 0.97}, {1, 0.99}},
      {{0, QColor(150, 110, 92)},
       {0.25, QColor(222, 178, 150)},
       {0.6, QColor(240, 208, 184)},
       {1, QColor(255, 244, 232)}},
      false,
      true,
      1.0}},
    {"brain",
     QT_TRANSLATE_NOOP("VolumePreset", "Brain"),
     {{},
      {},
      Blend::Composite,
      {{0, 0}, {0.22, 0}, {0.36, 0.3}, {0.55, 0.75}, {1, 0.95}},
      {{0, QColor(120, 84, 80)},
       {0.4, QColor(196, 156, 148)},
       {0.7, QColor(232, 212, 202)},
       {1, QColor(255, 250, 244)}},
      true,
      false,
      0.7}},
    {"mip",
     QT_TRANSLATE_NOOP("VolumePreset", "Maximum intensity"),
     {{},
      {},
      Blend::MaximumIntensity,
      {{0.1, 0}, {1.35, 1}},
      {{0, QColor(255, 255, 255)}, {1, QColor(255, 255, 255)}},
      false,
      false,
      0}},
    {"cord",
     QT_TRANSLATE_NOOP("VolumePreset", "Spinal cord"),
     {{},
      {},
      Blend::Composite,
      {{0, 0}, {0.3, 0}, {0.5, 0.02}, {0.8, 0.12}, {1, 0.5}},
      {{0, QColor(40, 60, 90)},
       {0.45, QColor(120, 150, 185)},
       {0.75, QColor(226, 226, 220)},
       {1, QColor(255, 250, 235)}},
      false,
      false,
      0.6}},
};

} // namespace

const std::vector<VolumePreset>& volumePresets() {
    static const std::vector<VolumePreset> all = [] {
        std::vector<VolumePreset> made;
        for (const Row& row : table) {
            made.push_back(row.preset);
            made.back().name = QString::fromLatin1(row.name);
            made.back().title = QCoreApplication::translate("VolumePreset", row.title);
        }
        return made;
    }();
    return all;
}

const VolumePreset* findVolumePreset(const QString& name) {
    const auto& all = volumePresets();
    const auto found = std::find_if(all.begin(), all.end(), [&](const VolumePreset& p) { return p.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace neuraxis::render
