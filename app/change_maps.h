#pragma once

#include "app/background_task.h"
#include "app/change_noise.h"
#include "core/analysis/thickness_change.h"
#include "core/model/cohort.h"
#include "core/model/compared_state.h"
#include "core/model/review.h"

#include <QObject>

namespace neuraxis {

/// Makes maps of what changed between the two visits that are compared, in the background, and lays each over them as one
/// undoable step, masked by the noise.
class ChangeMaps : public QObject {
    Q_OBJECT
  public:
    enum class Kind { Brightness, Volume };
    ChangeMaps(Review& review, Navigation& navigation, QObject* parent = nullptr);

    /// Per year, or in all; said() tells why there is none. A new one ends the one before.
    void add(Kind kind, bool perYear);
    /// The study's own noise by the images' contrast, where it has it.
    void setNoise(const QHash<QString, ChangeNoise>& noise) { studyNoise = noise; }
    enum class Thickness { MmPerYear, PercentPerYear, Mm };
    /// How the cortex's thickness changes at each vertex, laid onto `onto`, which is one of the visits'. The noise is that
    /// of the controls in `cohort`, which may be null, where it has enough of them.
    void addThickness(const std::vector<TimedCortex>& visits, const std::shared_ptr<const Cortex>& onto, Thickness what,
                      const std::shared_ptr<const Cohort>& cohort);
    [[nodiscard]] BackgroundTask& task() { return worker; }

  Q_SIGNALS:
    /// `after` is `before` with a map of that name, to be shown so.
    void laidOnSurface(const std::shared_ptr<const neuraxis::Cortex>& before,
                       const std::shared_ptr<const neuraxis::Cortex>& after, const QString& map,
                       const std::optional<neuraxis::Display>& look);
    /// The noise of a map that was made, whose later visit this is, of images of that contrast. Neither failed quality.
    void noiseMeasured(const QString& visitUid, const QString& contrast, const neuraxis::ChangeNoise& noise);
    void said(const QString& sentence);

  private:
    struct Wish;
    struct Made {
        Layer layer;   ///< In the space that the visits share
        QString words; ///< Of how it was made, or why it was not
        ChangeNoise noise;
    };
    static Made make(const Wish& wish, const std::function<bool(double)>& goOn);
    void lay(const Wish& wish, Made made);
    void layThickness(const ThicknessChange& made, const std::shared_ptr<const Cortex>& onto, Thickness what);

    Review& review;
    Navigation& navigation;
    BackgroundTask worker;
    QHash<QString, ChangeNoise> studyNoise;
    std::shared_ptr<const Cohort> noiseOf; ///< Whose controls' noise is known
    std::optional<double> noiseMmPerYear;
};

} // namespace neuraxis
