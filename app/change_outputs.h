#pragma once

#include "app/change_noise.h"
#include "app/compared_images.h"
#include "app/roi_trajectories.h"

#include <QSize>
#include <QStringList>
#include <optional>

namespace neuraxis {

/// What is written of visits that were compared, into a folder. Each throws io::Error.
class ChangeOutputs {
  public:
    ChangeOutputs(const ComparedImages& images, QString folder, io::Job& job);

    /// alignment.json; visit-2.tfm from the midway space to each visit, as ITK has transforms; each visit's image as it
    /// was scanned, its header placed in the space of the first visit that is aligned.
    void writeAlignment();
    /// Every visit side by side, and the two over one another where that tells something, at a place in that space.
    void writePictures(std::size_t first, std::size_t second, const std::optional<WorldPoint>& at, const QSize& size);
    /// What changed between two visits: NIfTI maps in that space, and changes.tsv. The sentences that
    /// go with them; why a map is missing goes to `problems`.
    /// `studyNoise` is the study's own, where it has it.
    QStringList writeMaps(std::size_t first, std::size_t second, const ChangeNoise& studyNoise, QStringList& problems);
    /// That of the maps that were written.
    [[nodiscard]] const ChangeNoise& foundNoise() const { return noise; }

    /// How the cortex's thickness changes at each vertex, as FreeSurfer has maps: lh.thickness-change_mm-per-year ... The
    /// sentences that go with them; why there are none goes to `problems`.
    QStringList writeThickness(const std::vector<TimedCortex>& cortices, std::optional<double> noiseMmPerYear,
                               QStringList& problems);
    /// rates.tsv: how each region changes.
    void writeRates(const RegionRates& rates);
    /// rois.tsv: what each visit has in the regions of interest of a label image that lies over the visit of that uid;
    /// roi-rates.tsv: how it changes. Their volume only with `withVolume`. The sentences
    /// that go with them; why there is nothing goes to `problems`. What was measured is put into `measured`.
    QStringList writeRois(const std::shared_ptr<const Volume>& labels, const QString& visit, const Cohort* cohort,
                          bool withVolume, const RoiWishes& wishes, std::vector<RoisOverTime>& measured,
                          QStringList& problems);

    [[nodiscard]] const QStringList& files() const { return written; }

  private:
    /// The first visit that is aligned: in its space is what is written.
    [[nodiscard]] const ComparedVisit& lead() const;
    [[nodiscard]] QString path(const QString& name);
    [[nodiscard]] const ComparedVisit& visit(std::size_t i) const { return images.visits[i]; }
    void writeMap(const QString& name, const std::shared_ptr<const Volume>& midway);

    const ComparedImages& images;
    QString folder;
    io::Job& job;
    QStringList written;
    ChangeNoise noise;
};

} // namespace neuraxis
