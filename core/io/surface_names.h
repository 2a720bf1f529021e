#pragma once

#include "core/model/cortex.h"

namespace neuraxis::io {

/// What the name of a surface's, map's or parcellation's file tells: FreeSurfer's ("lh.thickness"), HCP's
/// ("100307.L.midthickness.32k_fs_LR.surf.gii"), BIDS's ("sub-01_hemi-L_pial.surf.gii") and plain ones ("white_left.gii").
struct SurfaceName {
    std::optional<Side> side;
    QString name; ///< Without side and suffix; a known map by FreeSurfer's name: "thickness"
    QString stem; ///< What remains without side, shape and map: the same for files of one cortex
    std::optional<SurfaceShape> shape;
    int shapeRank = 9;         ///< Of several files of one shape the least wins: 0 is the shape itself
    bool isMiddle = false;     ///< Halfway between white and pial; its shape is told as white
    bool isRegistered = false; ///< sphere.reg: moved towards a template
    bool isOnTemplate = false; ///< On fsaverage's or fs_LR's vertices
};
SurfaceName surfaceName(const QString& path);

/// What the names of two files tell of whether they are of one cortex.
enum class Kinship {
    Same,     ///< One participant, or all words of one stem are in the other
    Unknown,  ///< A name that says nothing, or one whose only word may be that of a map
    Different ///< Two participants
};
Kinship kinship(const SurfaceName& a, const SurfaceName& b);
/// Whether a surface is called a template's: it lies in a folder fsaverage..., or its name begins with it or with "tpl-".
bool isNamedTemplate(const QString& path);

/// Whether a name begins with "lh." or "rh.", as FreeSurfer's do.
bool beginsWithSide(const QString& lowerCaseName);
/// "left" or "right", for sentences.
QString sideWord(Side side);

/// The name without folder and without the suffixes that only say how it is written: "lh.white" of lh.white.surf.gii.
QString surfaceBaseName(const QString& path);

/// Of a subject folder's many maps, those that are shown: thickness, curv, area ...
bool isShownMap(const QString& name);

/// The unit of a map of that name: "thickness" is in mm.
QString unitOfMap(const QString& name);

} // namespace neuraxis::io
