//! Every scenario of the page, in every engine asked for.
//!
//! Owns the list; a scenario stands in the file of its subject under `scenarios/`.

mod scenarios {
    //! One file a subject.
    pub(crate) mod annotate;
    pub(crate) mod axe;
    pub(crate) mod bring;
    pub(crate) mod desk;
    pub(crate) mod file;
    pub(crate) mod filter;
    pub(crate) mod find;
    pub(crate) mod formats;
    pub(crate) mod gestures;
    pub(crate) mod harness;
    pub(crate) mod keep;
    pub(crate) mod keyboard;
    pub(crate) mod layers;
    pub(crate) mod layout;
    pub(crate) mod links;
    pub(crate) mod mark;
    pub(crate) mod network;
    pub(crate) mod offsets;
    pub(crate) mod print;
    pub(crate) mod refused;
    pub(crate) mod settings;
    pub(crate) mod shelf;
    pub(crate) mod single;
    pub(crate) mod start;
    pub(crate) mod suggestions;
    pub(crate) mod tabs;
    pub(crate) mod toolbar;
    pub(crate) mod touch;
    pub(crate) mod words;
}

use scenarios::{
    annotate, axe, bring, file, filter, find, formats, gestures, harness, keep, keyboard, layers,
    layout, links, mark, network, offsets, print, refused, settings, shelf, single, start,
    suggestions, tabs, toolbar, touch, words,
};

fn main() -> std::process::ExitCode {
    browser_tests::run(&browser_tests::scenarios![
        harness::a_drag_selects_its_text,
        harness::clicks_are_counted,
        harness::keys_arrive,
        harness::paste_arrives,
        harness::files_arrive,
        harness::a_late_start_is_waited_for,
        harness::storage_outlives_a_kill,
        harness::the_window_obeys,
        harness::errors_are_noticed,
        start::the_page_opens,
        annotate::an_article_is_marked_and_kept,
        axe::every_light_state_is_accessible,
        axe::every_dark_state_is_accessible,
        bring::a_hostile_web_page_is_only_words,
        bring::a_real_paste_brings_blocks,
        bring::plain_text_is_cleaned,
        bring::furniture_is_offered_line_by_line,
        bring::files_of_every_kind_open,
        bring::nothing_gets_a_sentence,
        bring::twenty_megabytes_work,
        file::a_deleted_article_comes_back_from_its_file,
        file::the_sample_comes_back_in_another_browser,
        file::a_file_never_overwrites_what_is_kept,
        file::a_bad_file_is_refused_and_what_was_open_stays,
        file::a_half_good_file_opens_with_its_good_part,
        formats::an_article_is_downloaded_in_other_formats,
        formats::files_of_other_formats_open,
        formats::annotations_find_their_words,
        filter::the_list_is_filtered_by_keys,
        filter::the_list_is_filtered_by_hand,
        filter::cards_keep_their_lines_under_the_filter,
        filter::a_label_is_hidden_in_the_text,
        find::hits_are_stepped_through,
        find::fast_steps_end_at_the_last,
        find::expressions_are_sought,
        find::notes_are_found,
        find::every_place_is_tagged_at_once,
        gestures::selections_snap,
        gestures::quotes_are_put_together,
        gestures::edges_are_dragged,
        keyboard::the_sample_is_annotated_without_a_mouse,
        keep::a_reload_loses_nothing,
        keep::a_closed_or_killed_browser_loses_nothing,
        keep::half_a_second_is_enough,
        keep::back_and_forward_lead_there,
        layers::every_layer_is_seen,
        layers::clicks_go_from_small_to_large,
        layers::list_and_text_lead_to_each_other,
        layers::walking_by_keys_keeps_the_words_in_view,
        layers::a_name_reaches_over_no_edge,
        layers::cards_stand_beside_their_lines,
        layers::a_long_list_follows,
        links::an_attribution_is_filled_in_by_keys,
        links::links_are_made_by_mouse,
        links::problems_are_mended_by_keys,
        links::speakers_are_made_one,
        mark::words_are_selected_in_every_way,
        mark::tags_are_tidy,
        mark::changes_are_undone_and_redone,
        offsets::offsets_are_right_after_hard_text,
        offsets::offsets_are_right_in_the_sample,
        layout::the_bar_fits_every_width,
        layout::dialogs_open_at_their_beginning,
        layout::notices_leave_what_is_worked_on,
        print::printing_brings_all_marks,
        print::wishes_of_the_reader_are_kept,
        refused::without_storage_work_goes_on,
        refused::when_storage_is_refused_work_goes_on,
        refused::when_storage_is_full_work_goes_on,
        settings::colours_are_chosen_and_kept,
        settings::the_language_is_switched_and_back,
        settings::a_changed_key_and_a_name_are_used,
        shelf::the_newest_comes_first,
        shelf::an_article_is_renamed,
        shelf::a_deletion_is_taken_back,
        single::the_single_file_does_the_main_job,
        single::the_single_file_keeps_work,
        suggestions::tab_walks_and_enter_accepts,
        suggestions::what_is_rejected_stays_so,
        suggestions::all_sure_ones_are_accepted_at_once,
        suggestions::a_german_article_is_read,
        suggestions::every_state_is_accessible,
        tabs::the_second_tab_follows_the_first,
        tabs::a_closed_tab_leaves_the_article_to_the_next,
        tabs::the_list_follows_the_other_tab,
        toolbar::the_toolbar_never_covers_the_selection,
        toolbar::a_selection_as_high_as_the_window_keeps_its_toolbar,
        touch::a_narrow_page_is_worked_by_finger,
        words::a_german_browser_gets_german_words,
        words::an_arabic_article_runs_from_right_to_left,
        network::nothing_is_asked_for_after_the_start,
        network::the_single_file_asks_for_nothing,
        network::the_trap_notices,
    ])
}
