#include "widgets/cine.h"

#include "core/model/fourth.h"

#include <algorithm>

namespace neuraxis {

Cine::Cine(Review& review, Navigation& navigation, QObject* parent)
    : QObject(parent), review(review), navigation(navigation) {
    timer.setTimerType(Qt::PreciseTimer);
    connect(&timer, &QTimer::timeout, this, &Cine::show);
    connect(&navigation, &Navigation::changed, this, &Cine::follow);
    connect(&review, &Review::changed, this, [this] {
        if (isPlaying() && walked().size() < 2) stop();
    });
}

std::vector<int> Cine::walked() const {
    const int layer = seriesLayer(review.state(), navigation.state());
    if (layer < 0) return {};
    return walkedVolumes(review.state().layers[static_cast<std::size_t>(layer)].volume->header(), navigation.state());
}

void Cine::play() {
    if (isPlaying() || walked().size() < 2) return;
    begin();
    Q_EMIT changed();
}

/// From the volume that is shown, at the speed and in the manner set.
void Cine::begin() {
    const std::vector<int> volumes = walked();
    const auto at = std::lower_bound(volumes.begin(), volumes.end(), navigation.state().volume);
    start = std::min<qint64>(at - volumes.begin(), static_cast<qint64>(volumes.size()) - 1);
    shown = navigation.state();
    clock.start();
    timer.start(1000 / speed);
}

void Cine::stop() {
    if (!isPlaying()) return;
    timer.stop();
    Q_EMIT changed();
}

void Cine::setPerSecond(int volumes) {
    volumes = std::clamp(volumes, slowest, fastest);
    if (volumes == speed) return;
    speed = volumes;
    if (isPlaying()) begin();
    Q_EMIT changed();
}

void Cine::setBackAndForth(bool on) {
    if (on == backAndForth) return;
    backAndForth = on;
    if (isPlaying()) begin();
    Q_EMIT changed();
}

void Cine::show() {
    const std::vector<int> volumes = walked();
    if (volumes.size() < 2) return stop();
    const auto count = static_cast<qint64>(volumes.size()), round = backAndForth ? 2 * (count - 1) : count;
    const qint64 place = (start + (clock.elapsed() * speed + 500) / 1000) % round; // half a volume early: ticks jitter;
    NavigationState next = navigation.state();
    next.volume = volumes[static_cast<std::size_t>(place < count ? place : round - place)];
    shown = next;
    navigation.set(next);
}

void Cine::follow() {
    if (!isPlaying()) return;
    const NavigationState& now = navigation.state();
    if (now.shell != shown.shell || now.activeLayer != shown.activeLayer)
        begin(); // other volumes are walked now
    else if (now.volume != shown.volume)
        stop();
}

} // namespace neuraxis
