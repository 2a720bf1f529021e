#pragma once

#include "core/model/review.h"

#include <QWidget>
#include <functional>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QSlider;
class QToolButton;
class QVBoxLayout;
class QVariantAnimation;

namespace neuraxis {

class DisplayForm;

/// The controls of the surface views: form, directions, map and its colours, regions, outlines on the slices.
class CortexPanel : public QWidget {
    Q_OBJECT
  public:
    explicit CortexPanel(Review& review, QWidget* parent = nullptr);

  Q_SIGNALS:
    /// The regions with their scores are to be shown, or hidden.
    void regionsWanted();
    /// One surface is to be seen from there, alone or beside the planes; some directions in the layout of surfaces.
    void eyeWanted(const neuraxis::CortexEye& eye);
    void directionsWanted(const std::vector<neuraxis::CortexDirection>& directions);

  private:
    void makeForm();
    void makeMap();
    void connectAll();
    void showState();
    void showForm(const CortexLayer* layer);
    void showMap(const CortexLayer* layer);
    /// Moves the form to one of the shapes, through those between.
    void morphTo(SurfaceShape shape);
    void change(const QString& text, const QString& key, const std::function<void(ReviewState&)>& change);
    void changeLayer(const QString& text, const QString& key, const std::function<void(CortexLayer&)>& change);

    Review& review;
    QLabel *empty, *warnings;
    QWidget* all;
    QVBoxLayout* column;
    QFormLayout* form;
    QButtonGroup *shapes, *directions;
    QSlider* shape;
    QVariantAnimation* morph;
    int morphs = 0; ///< How often it ran: each is a step of its own
    QComboBox *eye, *map, *parcellation;
    QCheckBox *curvature, *filled, *outlines, *byMap;
    DisplayForm* display;
    bool showing = false;
    bool moving = false; ///< The state is being changed by the morph
};

} // namespace neuraxis
