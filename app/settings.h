#pragma once

#include "core/model/review_state.h"
#include "core/model/time_line.h"
#include "widgets/theme.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

namespace neuraxis {

/// What comes back at the next start. Read whole and written whole; kept by Qt in the user's configuration.
struct Settings {
    QByteArray windowGeometry, windowState;
    bool panels = true; ///< At the sides
    Theme theme = Theme::Dark;
    QString language;    ///< "" follows the system; "en", "nl"
    QString mousePreset; ///< "" until the user has been asked
    QByteArray studyGeometry;
    QMap<QString, QString> studyFilters; ///< By name, as JSON
    QStringList recent;                  ///< Paths, the newest first
    int cinePerSecond = 10;              ///< Speed of a film through the volumes of a series
    bool cineBackAndForth = false;
    bool curve = false, volumeTable = false; ///< Below the views, where there is a series of volumes
    bool regions = false;                    ///< Below the views, where there is a cortex
    TimeAxis timeAxis = TimeAxis::Date;      ///< Of visits along time
    ReviewState look;                        ///< Layout, conventions, marks and 3-D settings; no layers

    static Settings load();
    void save() const;
    /// Puts the paths in front of the recent ones.
    void remember(const QStringList& paths);
};

} // namespace neuraxis
